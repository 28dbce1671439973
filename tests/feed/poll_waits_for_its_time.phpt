--TEST--
A poll is answered when its time is over
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->feed('/feed/{channel}');
$client = new HttpClient($server, serve($server));
$channel = $server->channel('c');
$channel->publish('before');
$start = microtime(true);
echo plain(body($client->get('/feed/c?wait=1&cursor=' . $channel->cursor())), epoch($channel)), "\n";
var_dump(microtime(true) - $start > 0.9);
--EXPECT--
{"cursor":"e1:1","messages":[],"gap":false}
bool(true)
