--TEST--
A client that broke the protocol and stays is cut off after closeTimeout
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['closeTimeout' => 0.1]);
$server->handle('/', close: function ($conn, $info) {
    echo describe($info), "\n";
}, message: fn() => null);
$client = new WebSocketClient($server, serve($server));
$client->write(WebSocketClient::frame(0x83));
echo $client->text(), "\n";
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
(close 1002 reserved opcode)
1002 reserved opcode
