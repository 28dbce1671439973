--TEST--
A channel that the script holds keeps counting while nobody listens
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->subscribe('c'));
$address = serve($server);
$channel = $server->channel('c');
$client = new WebSocketClient($server, $address);
$first = $channel->publish('one');
$client->sendClose()->all();
$second = $channel->publish('two');
$client = new WebSocketClient($server, $address);
$third = $channel->publish('three');
echo strrchr($first, ':'), strrchr($second, ':'), strrchr($third, ':'), ' ', $client->text(), "\n";
var_dump(strtok($first, ':') === strtok($third, ':'), count($channel));
--EXPECT--
:1:2:3 three
bool(true)
int(1)
