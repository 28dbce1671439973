--TEST--
tick() waits for an event as long as it is told, and no longer
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server('127.0.0.1:0');
$start = microtime(true);
$server->tick();
var_dump(microtime(true) - $start < 0.05);
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
