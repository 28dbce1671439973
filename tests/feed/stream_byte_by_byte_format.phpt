--TEST--
What an event stream of one channel consists of
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('answers depend on Accept-Encoding');
?>
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->feed('/feed/{channel}');
$channel = $server->channel('news');
$client = new StreamClient($server, serve($server), '/feed/news');
settle($server);
$channel->publish("one line");
$channel->publish("three\nlines\r\n", 'price');
$channel->publish("\0\xff", binary: true);
$channel->publish("\0\xff", 'picture', binary: true);
$channel->publish('');
settle($server);
$client->pump();
echo plain(show($client->received), epoch($channel));
--EXPECT--
HTTP/1.1 200 OK
Connection: close
Content-Type: text/event-stream
Cache-Control: no-cache, no-transform
X-Accel-Buffering: no

retry: N
id: e1:0

id: e1:1
data: one line

id: e1:2
event: price
data: three
data: lines
data: 

id: e1:3
event: binary
data: AP8=

id: e1:4
event: picture
data: AP8=

id: e1:5
data:
