--TEST--
A client that resets the connection: 1006, and no warning
--EXTENSIONS--
rtcomm
sockets
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn() => null, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->reset();
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
1006, by peer
