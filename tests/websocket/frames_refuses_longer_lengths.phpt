--TEST--
A 64-bit length below 65536 fails the connection with 1002
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle(
    '/',
    message: function () {
        echo "a message\n";
    },
    close: function ($conn, $info) {
        echo describe($info), "\n";
    },
);
$client = new WebSocketClient($server, serve($server));
$client->write("\x81\xFF\x00\x00\x00\x00\x00\x00\xFF\xFF\0\0\0\0");
echo $client->text(), "\n", $client->text(), "\n";
$client->close();
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
(close 1002 payload length is not in its shortest form)
(end)
1002 payload length is not in its shortest form
