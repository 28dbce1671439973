--TEST--
A client that ends its own side after the request gets the whole answer
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$server = new RtComm\Server("unix:$path");
$server->http('/', fn() => str_repeat('x', 2 << 20));
$client = new HttpClient($server, "unix:$path");
$client->write("GET / HTTP/1.1\r\nHost: test\r\n\r\n")->finish();
until($server, fn() => $server->stats()['buffered'] > 0);
settle($server);
var_dump($server->stats()['connections']);
var_dump(strlen(body($client->all())) === 2 << 20);
--EXPECT--
int(1)
bool(true)
