--TEST--
The server goes while error is suspended: the callback ends, and then the loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$loop = RtComm\Loop::get();
$server = new RtComm\Server();
$server->handle('/', message: fn() => throw new Exception('first'), error: function () {
    echo "callback\n";
    Fiber::suspend();
    echo "resumed\n";
});
$client = new WebSocketClient($server, serve($server));
fwrite($client->stream, RtComm\WebSocket\Frame::encode('hello', mask: true));
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
