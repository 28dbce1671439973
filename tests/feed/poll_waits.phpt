--TEST--
A poll with nothing new waits, and takes along what is published in one turn
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->feed('/feed/{channel}');
$client = new HttpClient($server, serve($server));
$channel = $server->channel('c');
$epoch = epoch($channel);
$client->write("GET /feed/c?cursor=$epoch:0 HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server);
$client->pump();
var_dump($client->received, count($channel));
$channel->publish('one');
$channel->publish('two');
settle($server);
$channel->publish('three');
echo plain(body($client->response()), $epoch), "\n";
var_dump(count($channel));
--EXPECT--
string(0) ""
int(1)
{"cursor":"e1:2","messages":[{"channel":"c","id":"e1:1","event":null,"data":"one","binary":false},{"channel":"c","id":"e1:2","event":null,"data":"two","binary":false}],"gap":false}
int(0)
