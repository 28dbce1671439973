--TEST--
Conversations and readers are counted by transport, messages and closes as they happen
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

use RtComm\Transport;

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$server->feed('/feed');
$address = serve($server);
$of = fn(array $stats) => [
    'open' => $stats['open'],
    'now' => [$stats['webSockets'], $stats['eventStreams'], $stats['longPolls']],
    'messages' => [$stats['messagesIn'], $stats['messagesOut']],
    'closed' => $stats['closedByCode'],
];
foreach (Transport::cases() as $transport) {
    $peer = Peer::of($transport, $server, $address);
    $peer->send('hello');
    echo $peer->text(), ' ', json_encode($of($server->stats())), "\n";
    $peer->leave();
    settle($server);
    echo json_encode($of($server->stats())), "\n";
}
$web = new WebSocketClient($server, $address, '/feed?channel=a');
$stream = new StreamClient($server, $address, '/feed?channel=a');
$stream->block();
$poll = new HttpClient($server, $address);
$cursor = json_decode(body($poll->get('/feed?channel=a&wait=0')), true)['cursor'];
$poll->write("GET /feed?channel=a&cursor=$cursor HTTP/1.1\r\nHost: a\r\n\r\n");
until($server, fn() => $server->stats()['readers'] === 3);
echo json_encode($server->stats()['readersByTransport']), "\n";
$server->channel('a')->publish('news');
$poll->response();
foreach ([$web, $stream, $poll] as $client) {
    $client->close();
}
until($server, fn() => $server->stats()['readers'] === 0);
$stats = $server->stats();
echo "$stats[published] published, $stats[delivered] delivered\n";
--EXPECT--
hello {"open":1,"now":[1,0,0],"messages":[1,1],"closed":[]}
{"open":0,"now":[0,0,0],"messages":[1,1],"closed":{"1000":1}}
hello {"open":1,"now":[0,1,0],"messages":[2,2],"closed":{"1000":1}}
{"open":0,"now":[0,0,0],"messages":[2,2],"closed":{"1000":2}}
hello {"open":1,"now":[0,0,1],"messages":[3,3],"closed":{"1000":2}}
{"open":0,"now":[0,0,0],"messages":[3,3],"closed":{"1000":3}}
{"websocket":1,"eventstream":1,"longpoll":1}
1 published, 3 delivered
