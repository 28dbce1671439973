--TEST--
A client that ends TCP without a close frame: 1006
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn() => null, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->close();
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
1006, by peer
