--TEST--
handle() may set the heartbeat of its route; 0 turns it off
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['heartbeat' => 0.05]);
$server->handle('/on', open: fn() => null);
$server->handle('/off', open: fn() => null, options: ['heartbeat' => 0]);
$address = serve($server);
$off = new WebSocketClient($server, $address, '/off');
$on = new WebSocketClient($server, $address, '/on');
for ($i = 0; $i < 4; $i++) {
    $on->next();
    $on->send('', RtComm\WebSocket\Opcode::Pong);
}
$off->pump();
var_dump($off->received);
--EXPECT--
string(0) ""
