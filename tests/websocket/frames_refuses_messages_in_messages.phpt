--TEST--
A message inside a fragmented one fails the connection with 1002
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
$client->write(WebSocketClient::frame(0x01, 'a') . WebSocketClient::frame(0x81, 'b'));
echo $client->text(), "\n", $client->text(), "\n";
$client->close();
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
(close 1002 message begins inside another)
(end)
1002 message begins inside another
