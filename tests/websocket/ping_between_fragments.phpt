--TEST--
Pings between fragments are answered in order, before the message is whole
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\WebSocket\Opcode;

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
$client->send('a', Opcode::Text, false)->send('1', Opcode::Ping)->send('b', Opcode::Continuation, false)
    ->send('2', Opcode::Ping);
echo $client->text(), "\n", $client->text(), "\n";
$client->send('c', Opcode::Continuation)->send('3', Opcode::Ping);
echo $client->text(), "\n", $client->text(), "\n";
--EXPECT--
(pong 1)
(pong 2)
abc
(pong 3)
