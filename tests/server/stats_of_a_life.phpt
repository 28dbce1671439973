--TEST--
stats() counts what there is and what there was
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->subscribe('a'), message: fn($conn, $data) => $conn->send($data));
$server->http('/page', fn() => 'page');
echo json_encode($server->stats()), "\n";
$address = serve($server);
$http = new HttpClient($server, $address);
$http->get('/page');
$client = new WebSocketClient($server, $address);
$client->send('12345');
$client->text();
(new HttpClient($server, $address))->get('/nowhere');
$server->channel('a')->publish('x');
$client->text();
$stats = $server->stats();
var_dump($stats['bytesIn'] > 200, $stats['bytesOut'] > 200);
unset($stats['bytesIn'], $stats['bytesOut']);
echo json_encode($stats), "\n";
--EXPECT--
{"connections":0,"open":0,"webSockets":0,"eventStreams":0,"longPolls":0,"sessions":0,"readers":0,"channels":0,"subscriptions":0,"buffered":0,"accepted":0,"refused":0,"requests":0,"opened":0,"published":0,"messagesIn":0,"messagesOut":0,"bytesIn":0,"bytesOut":0,"dropped":0}
bool(true)
bool(true)
{"connections":2,"open":1,"webSockets":1,"eventStreams":0,"longPolls":0,"sessions":0,"readers":0,"channels":1,"subscriptions":1,"buffered":0,"accepted":3,"refused":1,"requests":3,"opened":1,"published":1,"messagesIn":1,"messagesOut":2,"dropped":0}
