--TEST--
A slow WebSocket of a channel without history is closed with 1013
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('what waits is less when it is compressed');
?>
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server(null, ['sendBufferLimit' => 100000, 'closeTimeout' => 60, 'heartbeat' => 0]);
$server->feed('/feed/{channel}');
$channel = $server->channel('c');
$client = new WebSocketClient($server, serve($server), '/feed/c');
for ($i = 1; $i <= 2000; $i++) {
    $channel->publish(str_pad("$i", 10000));
    if ($i % 5 === 0) {
        $server->tick();
    }
}
var_dump($server->stats()['buffered'] < 150000);
do {
    $text = $client->text();
} while (strlen($text) === 10000);
echo $text, "\n";
--EXPECT--
bool(true)
(close 1013 slow consumer)
