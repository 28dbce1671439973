--TEST--
Messages of 1 MiB pass both ways, whole and in fragments
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\WebSocket\Opcode;

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->sendBinary($data));
$client = new WebSocketClient($server, serve($server));
$data = random_bytes(1 << 20);
$client->send($data, Opcode::Binary);
var_dump($client->next()->payload === $data);
foreach (str_split($data, 65536) as $i => $piece) {
    $client->send($piece, $i === 0 ? Opcode::Binary : Opcode::Continuation, $i === 15);
}
var_dump($client->next()->payload === $data);
--EXPECT--
bool(true)
bool(true)
