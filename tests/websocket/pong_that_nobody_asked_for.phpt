--TEST--
A pong without a ping is ignored (RFC 6455 5.5.3)
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
$client->send('x', RtComm\WebSocket\Opcode::Pong)->send('hello');
echo $client->text(), "\n";
--EXPECT--
hello
