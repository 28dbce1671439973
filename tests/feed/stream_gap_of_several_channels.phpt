--TEST--
A gap in one of several channels is told with the cursor of all
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->channels('h', history: 10);
$server->feed('/feeds');
$h = $server->channel('h');
$n = $server->channel('n');
for ($i = 1; $i <= 3; $i++) {
    $h->publish("h$i");
    $n->publish("n$i");
}
$cursor = epoch($h) . ':1,' . epoch($n) . ':1';
$client = new StreamClient($server, serve($server), "/feeds?channel=h&channel=n&cursor=$cursor");
settle($server);
$client->pump();
echo plain(body($client->received), epoch($h), epoch($n));
--EXPECT--
retry: N
id: e1:1,e2:1

id: e1:1,e2:3
event: gap
data: {"cursor":"e1:1,e2:3"}

id: e1:2,e2:3
data: h2

id: e1:3,e2:3
data: h3

