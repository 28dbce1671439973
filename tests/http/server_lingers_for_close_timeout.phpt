--TEST--
A client that never ends its side after a refusal is cut off after closeTimeout
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['closeTimeout' => 0.1]);
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
echo status($client->response()), "\n";
var_dump($server->stats()['connections']);
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
HTTP/1.1 404 Not Found
int(1)
