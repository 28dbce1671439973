--TEST--
Polls that wait are answered when the server stops
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
$client = new HttpClient($server, serve($server));
$channel = $server->channel('c');
$client->write('GET /feed/c?cursor=' . $channel->cursor() . " HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server);
$server->stop();
echo plain(show($client->all()), epoch($channel));
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 52
Connection: close
Content-Type: application/json
Cache-Control: no-store

{"cursor":"e1:0","messages":[],"gap":false}
