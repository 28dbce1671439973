--TEST--
tick() waits for an event as long as it is told, and no longer
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server('127.0.0.1:0');
/* The shortest of some, since others may have the processor. */
for ($i = 0; $i < 20; $i++) {
    $start = microtime(true);
    $server->tick();
    $times[] = microtime(true) - $start;
}
var_dump(min($times) < 0.05);
$start = microtime(true);
$server->tick(0.1);
var_dump(microtime(true) - $start >= 0.099);
$server->loop->addTimer(0.001, fn() => print "timer\n");
$start = microtime(true);
$server->tick(10);
var_dump(microtime(true) - $start < 5);
--EXPECT--
bool(true)
bool(true)
timer
bool(true)
