--TEST--
Frames that arrive one byte at a time are whole messages
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
$client->dribble(
    RtComm\WebSocket\Frame::encode('short', mask: true)
    . RtComm\WebSocket\Frame::encode(str_repeat('x', 200), mask: true)
    . RtComm\WebSocket\Frame::encode('p', RtComm\WebSocket\Opcode::Ping, mask: true)
);
echo $client->text(), "\n", strlen($client->text()), "\n", $client->text(), "\n";
--EXPECT--
short
200
(pong p)
