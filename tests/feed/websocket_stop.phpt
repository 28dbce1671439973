--TEST--
A server that stops says goodbye to the WebSockets of its feeds
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->feed('/feed/{channel}');
$client = new WebSocketClient($server, serve($server), '/feed/c');
$server->stop();
echo $client->text(), "\n";
--EXPECT--
(close 1001)
