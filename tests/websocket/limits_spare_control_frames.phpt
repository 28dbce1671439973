--TEST--
Control frames count for no limit
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxFrameSize' => 1, 'maxMessageSize' => 1]);
$server->handle('/', message: fn() => null);
$client = new WebSocketClient($server, serve($server));
$client->send('hello', RtComm\WebSocket\Opcode::Ping);
echo $client->text(), "\n";
--EXPECT--
(pong hello)
