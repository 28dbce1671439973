--TEST--
A client that does not answer a close frame is cut off after closeTimeout
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['closeTimeout' => 0.1]);
$server->handle('/', open: fn($conn) => $conn->close(4000, 'go'), close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
echo $client->text(), "\n", $client->text(), "\n";
--EXPECT--
(close 4000 go)
4000 go
(end)
