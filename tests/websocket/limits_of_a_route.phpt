--TEST--
handle() may set the limits of its route
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxMessageSize' => 10]);
$server->handle('/small', message: fn($conn, $data) => $conn->send($data));
$server->handle('/large', message: fn($conn, $data) => $conn->send($data), options: ['maxMessageSize' => 20]);
$address = serve($server);
foreach (['/small', '/large'] as $path) {
    $client = new WebSocketClient($server, $address, $path);
    $client->send(str_repeat('x', 20));
    echo $client->text(), "\n";
}
--EXPECT--
(close 1009 message is too big)
xxxxxxxxxxxxxxxxxxxx
