--TEST--
What the client sends behind the server's close frame is not handled, its close frame is
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->close(), message: function () {
    echo "a message\n";
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->send('too late')->send('ping', RtComm\WebSocket\Opcode::Ping)->sendClose();
echo $client->text(), "\n", $client->text(), "\n";
--EXPECT--
(close 1000)
1000, clean
(end)
