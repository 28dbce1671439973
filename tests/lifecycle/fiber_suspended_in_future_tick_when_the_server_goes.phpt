--TEST--
The server goes while a future tick is suspended: the callback ends, and then the loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$loop = RtComm\Loop::get();
$server = new RtComm\Server();
serve($server);
$server->loop->futureTick(function () {
    echo "callback\n";
    Fiber::suspend();
    echo "resumed\n";
});
$fiber = new Fiber(fn() => $loop->run());
$fiber->start();
$server = null;
gc_collect_cycles();
echo "dropped\n";
$fiber->resume();
var_dump($fiber->isTerminated());
--EXPECT--
callback
dropped
resumed
bool(true)
