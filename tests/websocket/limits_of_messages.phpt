--TEST--
maxMessageSize bounds whole messages, however they are cut
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\WebSocket\Opcode;

$server = new RtComm\Server(null, ['maxMessageSize' => 10]);
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
$client->send('01234', Opcode::Text, false)->send('56789', Opcode::Continuation);
echo $client->text(), "\n";
$client->send('01234', Opcode::Text, false)->send('56789', Opcode::Continuation, false)
    ->send('a', Opcode::Continuation);
echo $client->text(), "\n";
--EXPECT--
0123456789
(close 1009 message is too big)
