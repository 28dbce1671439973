--TEST--
A slow reader of a channel with history gets from there what it had no room for
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

$server = new RtComm\Server(null, ['sendBufferLimit' => 100000, 'heartbeat' => 0]);
$server->channels('c', history: 3000);
$server->feed('/feed/{channel}');
$address = serve($server);
$channel = $server->channel('c');
$stream = new StreamClient($server, $address, '/feed/c');
$json = json_socket($server, $address, '/feed/c');
$raw = new WebSocketClient($server, $address, '/feed/c');
for ($i = 1; $i <= 2000; $i++) {
    $channel->publish(str_pad("$i", 10000));
    if ($i % 5 === 0) {
        $server->tick();
    }
}
var_dump($server->stats()['buffered'] < 400000);
$stream->block();
$json->text();
for ($i = 1; $i <= 2000; $i++) {
    $texts = [
        preg_replace('/^id: [^:]*:(\d+)\ndata: (\d+) .*/s', '$1 $2', $stream->block()),
        preg_replace('/^.*"id":"[^:]*:(\d+)".*"data":"(\d+) .*/s', '$1 $2', $json->text()),
        "$i " . rtrim($raw->text()),
    ];
    if (array_unique($texts) !== ["$i $i"]) {
        echo implode(', ', $texts), "\n";
        break;
    }
}
$channel->publish('live');
echo plain($stream->block(), epoch($channel)), plain($json->text(), epoch($channel)), "\n", $raw->text(), "\n";
var_dump($server->stats()['buffered'], $server->stats()['dropped']);
--EXPECT--
bool(true)
id: e1:2001
data: live

{"channel":"c","id":"e1:2001","event":null,"data":"live","binary":false}
live
int(0)
int(0)
