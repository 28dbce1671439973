--TEST--
Close frames that cross are both taken for the other's answer
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn($conn) => $conn->close(4000), close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->send('x')->sendClose(4001);
echo $client->text(), "\n", $client->text(), "\n";
--EXPECT--
4000, clean
(close 4000)
(end)
