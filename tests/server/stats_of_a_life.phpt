--TEST--
stats() counts what there is and what there was
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['deflate' => false]);
$server->handle('/', open: fn($conn) => $conn->subscribe('a'), message: fn($conn, $data) => $conn->send($data));
$server->http('/page', fn() => 'page');
echo json_encode(array_diff_key($server->stats(), ['turns' => 0, 'callbacks' => 0])), "\n";
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
foreach (['turns', 'callbacks'] as $name) {
    echo implode(' ', array_keys($stats[$name])), "\n";
    var_dump($stats[$name]['count'] >= 3, $stats[$name]['seconds'] > 0, $stats[$name]['longest'] > 0);
}
$stats['tlsHandshakes'] -= listens_on('tls') ? 3 : 0;
echo json_encode(array_diff_key($stats, ['bytesIn' => 0, 'bytesOut' => 0, 'turns' => 0, 'callbacks' => 0])), "\n";
--EXPECT--
{"connections":0,"open":0,"webSockets":0,"eventStreams":0,"longPolls":0,"sessions":0,"readers":0,"channels":0,"subscriptions":0,"buffered":0,"historyBytes":0,"contextBytes":0,"accepted":0,"refused":0,"requests":0,"opened":0,"published":0,"delivered":0,"messagesIn":0,"messagesOut":0,"bytesIn":0,"bytesOut":0,"dropped":0,"overflowCloses":0,"heartbeatTimeouts":0,"sessionsExpired":0,"contextsRefused":0,"tlsHandshakes":0,"tlsFailed":0,"logSuppressed":0,"logLost":0,"readersByTransport":{"websocket":0,"eventstream":0,"longpoll":0},"closedByCode":[],"refusedByStatus":[],"refusedByReason":[]}
bool(true)
bool(true)
count seconds longest
bool(true)
bool(true)
bool(true)
count seconds longest
bool(true)
bool(true)
bool(true)
{"connections":2,"open":1,"webSockets":1,"eventStreams":0,"longPolls":0,"sessions":0,"readers":0,"channels":1,"subscriptions":1,"buffered":0,"historyBytes":0,"contextBytes":0,"accepted":3,"refused":1,"requests":3,"opened":1,"published":1,"delivered":1,"messagesIn":1,"messagesOut":2,"dropped":0,"overflowCloses":0,"heartbeatTimeouts":0,"sessionsExpired":0,"contextsRefused":0,"tlsHandshakes":0,"tlsFailed":0,"logSuppressed":0,"logLost":0,"readersByTransport":{"websocket":0,"eventstream":0,"longpoll":0},"closedByCode":[],"refusedByStatus":{"404":1},"refusedByReason":{"not_found":1}}
