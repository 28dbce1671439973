--TEST--
A callback may open another address
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => $server->listen('127.0.0.1:0'));
$first = serve($server);
$second = body((new HttpClient($server, $first))->get('/'));
var_dump($first !== $second);
var_dump(body((new HttpClient($server, $second))->get('/')) !== '(none)');
--EXPECT--
bool(true)
bool(true)
