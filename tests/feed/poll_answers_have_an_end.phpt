--TEST--
An answer has at most a thousand messages, the rest comes with the next poll
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->channels('*', history: 5000);
$server->feed('/feed/{channel}');
$client = new HttpClient($server, serve($server));
$channel = $server->channel('c');
$cursor = $channel->cursor();
for ($i = 0; $i < 2345; $i++) {
    $channel->publish("$i");
}
do {
    $answer = json_decode(body($client->get("/feed/c?wait=0&cursor=$cursor")), true);
    echo count($answer['messages']), ' ', $answer['messages'][0]['data'] ?? '-', "\n";
    $cursor = $answer['cursor'];
} while ($answer['messages'] !== []);
for ($i = 0; $i < 5; $i++) {
    $channel->publish(str_repeat('x', 600000));
}
$answer = json_decode(body($client->get("/feed/c?wait=0&cursor=$cursor")), true);
echo count($answer['messages']), "\n";
--EXPECT--
1000 0
1000 1000
345 2000
0 -
2
