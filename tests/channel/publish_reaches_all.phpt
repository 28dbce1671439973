--TEST--
A publication reaches every subscriber, and nobody else
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/in', open: fn($conn) => $conn->subscribe('news'));
$server->handle('/out', open: fn() => null);
$address = serve($server);
$in = [new WebSocketClient($server, $address, '/in'), new WebSocketClient($server, $address, '/in')];
$out = new WebSocketClient($server, $address, '/out');
$server->channel('news')->publish('hello');
foreach ($in as $client) {
    echo $client->text(), "\n";
}
$out->sync();
--EXPECT--
hello
hello
