--TEST--
A client that does not take its answer for closeTimeout is cut off
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['handshakeTimeout' => 0.1, 'closeTimeout' => 0.1]);
$server->http('/', fn() => str_repeat('x', 32 << 20));
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
until($server, fn() => $server->stats()['buffered'] > 0);
until($server, fn() => $server->stats()['connections'] === 0);
var_dump($server->stats()['buffered']);
--EXPECT--
int(0)
