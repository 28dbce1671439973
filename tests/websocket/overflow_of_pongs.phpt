--TEST--
A client that pings and never reads makes the server stop reading, not grow
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\WebSocket\{Frame, Opcode};

$server = new RtComm\Server(null, ['sendBufferLimit' => 10000]);
$server->handle('/', open: fn() => null);
$client = new WebSocketClient($server, serve($server));
$bytes = str_repeat(Frame::encode(str_repeat('p', 125), Opcode::Ping, mask: true), 1000);
$most = 0;
for ($i = $stuck = 0; $i < 2000 && $stuck < 20; $i++) {
    $sent = fwrite($client->stream, $bytes);
    $stuck = $sent === 0 ? $stuck + 1 : 0;
    $server->tick();
    $most = max($most, $server->stats()['buffered']);
}
var_dump($stuck, $most < 300000);
--EXPECT--
int(20)
bool(true)
