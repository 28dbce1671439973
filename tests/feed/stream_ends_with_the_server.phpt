--TEST--
A server that stops ends its streams and spreads those who come back
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->feed('/feed/{channel}');
$channel = $server->channel('c');
$client = new StreamClient($server, serve($server), '/feed/c');
$channel->publish('last words');
$server->stop();
echo plain(body($client->all()), epoch($channel));
--EXPECT--
retry: N
id: e1:0

id: e1:1
data: last words

retry: N

