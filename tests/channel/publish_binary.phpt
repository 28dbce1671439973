--TEST--
A publication may be binary
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->subscribe('c'));
$client = new WebSocketClient($server, serve($server));
$server->channel('c')->publish("\x00\xff", binary: true);
echo $client->text(), "\n";
--EXPECT--
binary:00ff
