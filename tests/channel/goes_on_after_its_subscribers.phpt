--TEST--
A channel that nobody holds and nobody subscribed to is not counted, and numbers on when it is used again
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->subscribe('c'));
$client = new WebSocketClient($server, serve($server));
var_dump($server->stats()['channels']);
$first = $server->channel('c')->publish('x');
$second = $server->channel('c')->publish('x');
var_dump(strtok($first, ':') === strtok($second, ':'));
$client->sendClose()->all();
var_dump($server->stats()['channels']);
$third = $server->channel('c')->publish('x');
var_dump(strtok($first, ':') === strtok($third, ':'), strrchr($third, ':'));
var_dump($server->stats()['channels']);
--EXPECT--
int(1)
bool(true)
int(0)
bool(true)
string(2) ":3"
int(0)
