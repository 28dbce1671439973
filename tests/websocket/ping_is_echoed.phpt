--TEST--
A ping's payload comes back in a pong, up to 125 bytes
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\WebSocket\Opcode;

$server = new RtComm\Server();
$server->handle('/', message: fn() => null);
$client = new WebSocketClient($server, serve($server));
$client->send('', Opcode::Ping)->send('hello', Opcode::Ping)->send(str_repeat("\xff", 125), Opcode::Ping);
echo $client->text(), "\n", $client->text(), "\n";
var_dump($client->next()->payload === str_repeat("\xff", 125));
--EXPECT--
(pong )
(pong hello)
bool(true)
