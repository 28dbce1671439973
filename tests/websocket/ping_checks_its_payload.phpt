--TEST--
A ping carries at most 125 bytes
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    echo $conn->ping(str_repeat('x', 125))->name, "\n";
    try {
        $conn->ping(str_repeat('x', 126));
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
});
new WebSocketClient($server, serve($server));
--EXPECT--
Sent
RtComm\Connection::ping(): Argument #1 ($data) must be at most 125 bytes, 126 given
