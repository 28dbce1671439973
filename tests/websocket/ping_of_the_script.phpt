--TEST--
Connection::ping() sends a ping with that payload; the pong is nobody's business
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    echo $conn->ping()->name, ' ', $conn->ping('hello')->name, "\n";
}, message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
echo $client->text(), "\n", $client->text(), "\n";
$client->send('hello', RtComm\WebSocket\Opcode::Pong)->send('still here');
echo $client->text(), "\n";
--EXPECT--
Sent Sent
(ping )
(ping hello)
still here
