--TEST--
A client that says nothing for pongTimeout after a ping is cut off: 1006
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['heartbeat' => 0.05, 'pongTimeout' => 0.05]);
$server->handle('/', close: function ($conn, $info) {
    echo describe($info), "\n";
}, open: fn() => null);
$client = new WebSocketClient($server, serve($server));
echo $client->text(), "\n", $client->text(), "\n";
--EXPECT--
(ping )
1006 no pong
(end)
