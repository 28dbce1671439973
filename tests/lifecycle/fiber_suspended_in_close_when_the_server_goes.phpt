--TEST--
The server goes while close is suspended: the callback ends, and then the loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$loop = RtComm\Loop::get();
$server = new RtComm\Server();
$server->handle('/', close: function () {
    echo "callback\n";
    Fiber::suspend();
    echo "resumed\n";
});
$client = new WebSocketClient($server, serve($server));
fwrite($client->stream, RtComm\WebSocket\Frame::close(1000, mask: true));
$fiber = new Fiber(fn() => $loop->run());
$fiber->start();
$client->server = null;
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
