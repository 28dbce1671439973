--TEST--
An event stream is sent as gzip to a client that takes it: each event arrives at once, and it comes to its end
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/gzip.inc';
skip_without_deflate();
?>
--FILE--
<?php
require __DIR__ . '/gzip.inc';

$server = new RtComm\Server(null, ['deflate' => ['minSize' => 500]], new RtComm\Loop());
$server->feed('/feed/{channel}');
$channel = $server->channel('news');
$client = new GzipStream($server, serve($server), '/feed/news');
echo show($client->head);
echo str_starts_with($client->block(), 'retry: ') ? "begun\n" : "not begun\n";
for ($i = 1; $i <= 3; $i++) {
    $client->grown();
    $channel->publish(text($i));
    echo $client->data() === text($i) ? 'the same, ' : 'something else, ', $client->grown() < 200 ? "small\n" : "large\n";
}
$channel->publish('short', 'name');
echo preg_replace('/^id: .*:/', 'id: ', $client->block());
$server->stop(0.0);
echo preg_replace('/\d+/', 'N', $client->block()), $client->block();
var_dump($client->complete);
?>
--EXPECT--
HTTP/1.1 200 OK
Connection: close
Content-Type: text/event-stream
Cache-Control: no-cache, no-transform
X-Accel-Buffering: no
Vary: Accept-Encoding
Content-Encoding: gzip
begun
the same, small
the same, small
the same, small
id: 4
event: name
data: short

retry: N

(end)
bool(true)
