--TEST--
A reason may have 123 bytes
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->close(4999, str_repeat('é', 61) . 'x'));
$client = new WebSocketClient($server, serve($server));
var_dump($client->text() === '(close 4999 ' . str_repeat('é', 61) . 'x)');
--EXPECT--
bool(true)
