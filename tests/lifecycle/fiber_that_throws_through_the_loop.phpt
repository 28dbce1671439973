--TEST--
An exception thrown into a suspended callback goes to error like any other
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function () {
    Fiber::suspend();
}, error: function ($conn, $error) {
    echo 'error: ', $error->getMessage(), "\n";
});
$client = new WebSocketClient($server, serve($server));
fwrite($client->stream, WebSocketClient::frame(0x81, 'hello'));
$fiber = new Fiber(fn() => settle($server));
$fiber->start();
$fiber->throw(new LogicException('thrown in'));
var_dump($fiber->isTerminated(), $server->stats()['open']);
--EXPECT--
error: thrown in
bool(true)
int(1)
