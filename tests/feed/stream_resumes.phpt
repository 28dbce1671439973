--TEST--
Last-Event-ID says where a stream goes on, before the cursor of the address
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->channels('*', history: 100);
$server->feed('/feed/{channel}');
$address = serve($server);
$channel = $server->channel('c');
for ($i = 1; $i <= 4; $i++) {
    $channel->publish("m$i");
}
$epoch = epoch($channel);
$requests = [
    ["?cursor=$epoch:2", []],
    ["?cursor=$epoch:1", ['Last-Event-ID' => "$epoch:3"]],
    ["?cursor=$epoch%3a4", []],
];
foreach ($requests as [$query, $headers]) {
    $client = new StreamClient($server, $address, "/feed/c$query", $headers);
    $channel->publish('live');
    settle($server);
    $client->pump();
    echo plain("-- $query\n" . body($client->received), $epoch);
    $client->close();
}
--EXPECT--
-- ?cursor=e1:2
retry: N
id: e1:2

id: e1:3
data: m3

id: e1:4
data: m4

id: e1:5
data: live

-- ?cursor=e1:1
retry: N
id: e1:3

id: e1:4
data: m4

id: e1:5
data: live

id: e1:6
data: live

-- ?cursor=e1%3a4
retry: N
id: e1:4

id: e1:5
data: live

id: e1:6
data: live

id: e1:7
data: live

