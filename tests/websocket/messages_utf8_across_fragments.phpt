--TEST--
A character may be cut between fragments
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
$client->write(
    WebSocketClient::frame(0x01, "\xe2") . WebSocketClient::frame(0x00, "\x82") . WebSocketClient::frame(0x80, "\xac")
);
echo $client->text(), "\n";
--EXPECT--
€
