--TEST--
A poll of several channels gets them in the order of publishing
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->channels('*', history: 100);
$server->feed('/feeds');
$client = new HttpClient($server, serve($server));
$channels = array_map($server->channel(...), ['a', 'b', 'c']);
$cursor = implode(',', array_map(fn($channel) => $channel->cursor(), $channels));
mt_srand(7);
for ($i = 0; $i < 200; $i++) {
    $channels[mt_rand(0, 2)]->publish("$i");
}
$answer = json_decode(body($client->get("/feeds?channel=a&channel=b&channel=c&cursor=$cursor")), true);
var_dump(array_column($answer['messages'], 'data') === array_map('strval', range(0, 199)));
var_dump($answer['cursor'] === implode(',', array_map(fn($channel) => $channel->cursor(), $channels)));
--EXPECT--
bool(true)
bool(true)
