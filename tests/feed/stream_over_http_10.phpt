--TEST--
HTTP/1.0 clients get event streams as well
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
$channel = $server->channel('c');
$client = new Client($server, serve($server));
$client->write("GET /feed/c HTTP/1.0\r\nAccept: text/event-stream\r\n\r\n");
settle($server);
$channel->publish('x');
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
data: x
