--TEST--
Pongs and messages keep the order of what they answer
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\WebSocket\Opcode;

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
for ($i = 0; $i < 3; $i++) {
    $client->send("m$i")->send("p$i", Opcode::Ping);
}
for ($i = 0; $i < 6; $i++) {
    echo $client->text(), "\n";
}
--EXPECT--
m0
(pong p0)
m1
(pong p1)
m2
(pong p2)
