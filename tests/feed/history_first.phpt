--TEST--
history=N begins with the newest, on each transport
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->channels('h*', history: 3);
$server->feed('/feed/{channel}');
$server->feed('/feeds');
$address = serve($server);
$h1 = $server->channel('h1');
$h2 = $server->channel('h2');
for ($i = 1; $i <= 4; $i++) {
    $h1->publish("a$i");
    $h2->publish("b$i");
}
$show = function (string $text) use ($h1, $h2) {
    echo rtrim(plain($text, epoch($h1), epoch($h2))), "\n";
};
foreach (['0', '2', '99', '4294967296'] as $history) {
    echo "-- history=$history\n";
    $show(body((new HttpClient($server, $address))->get("/feed/h1?history=$history")));
}
echo "-- a stream\n";
$client = new StreamClient($server, $address, '/feeds?channel=h1&channel=h2&history=2');
settle($server);
$client->pump();
$show(body($client->received));
echo "-- a WebSocket\n";
$client = json_socket($server, $address, '/feed/h1?history=1');
$show($client->text());
$show($client->text());
echo "-- not with a cursor\n";
$show(body((new HttpClient($server, $address))->get('/feed/h1?history=3&wait=0&cursor=' . $h1->cursor())));
--EXPECT--
-- history=0
{"cursor":"e1:4","messages":[],"gap":false}
-- history=2
{"cursor":"e1:4","messages":[{"channel":"h1","id":"e1:3","event":null,"data":"a3","binary":false},{"channel":"h1","id":"e1:4","event":null,"data":"a4","binary":false}],"gap":false}
-- history=99
{"cursor":"e1:4","messages":[{"channel":"h1","id":"e1:2","event":null,"data":"a2","binary":false},{"channel":"h1","id":"e1:3","event":null,"data":"a3","binary":false},{"channel":"h1","id":"e1:4","event":null,"data":"a4","binary":false}],"gap":false}
-- history=4294967296
{"cursor":"e1:4","messages":[{"channel":"h1","id":"e1:2","event":null,"data":"a2","binary":false},{"channel":"h1","id":"e1:3","event":null,"data":"a3","binary":false},{"channel":"h1","id":"e1:4","event":null,"data":"a4","binary":false}],"gap":false}
-- a stream
retry: N
id: e1:2,e2:2

id: e1:3,e2:2
data: a3

id: e1:3,e2:3
data: b3

id: e1:4,e2:3
data: a4

id: e1:4,e2:4
data: b4
-- a WebSocket
{"cursor":"e1:3","gap":false}
{"channel":"h1","id":"e1:4","event":null,"data":"a4","binary":false}
-- not with a cursor
{"cursor":"e1:4","messages":[],"gap":false}
