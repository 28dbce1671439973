--TEST--
A client that ends only its own side of TCP has left
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send($data), close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->send('hello')->finish();
echo $client->text(), "\n", $client->text(), "\n";
--EXPECT--
hello
1006, by peer
(end)
