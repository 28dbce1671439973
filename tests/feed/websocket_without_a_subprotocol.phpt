--TEST--
Without the subprotocol a WebSocket gets the data alone
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->channels('*', history: 10);
$server->feed('/feed/{channel}');
$address = serve($server);
$channel = $server->channel('c');
$channel->publish('missed');
$client = new WebSocketClient($server, $address, '/feed/c?cursor=' . epoch($channel) . ':0');
var_dump(str_contains($client->response, 'Sec-WebSocket-Protocol'));
echo $client->text(), "\n";
$channel->publish('text', 'event');
$channel->publish("\0\xff", binary: true);
echo $client->text(), "\n", $client->text(), "\n";
$other = new WebSocketClient($server, $address, '/feed/c', ['Sec-WebSocket-Protocol' => 'chat']);
var_dump(str_contains($other->response, 'Sec-WebSocket-Protocol'));
--EXPECT--
bool(false)
missed
text
binary:00ff
bool(false)
