--TEST--
A second close() changes nothing
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    var_dump($conn->close(4000) === $conn, $conn->isOpen(), $conn->close(4001) === $conn);
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
echo $client->text(), "\n";
$client->sendClose();
echo $client->text(), "\n";
--EXPECT--
bool(true)
bool(false)
bool(true)
(close 4000)
4000, clean
(end)
