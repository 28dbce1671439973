--TEST--
A path without a route gets 404
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/here', fn() => 'x');
$client = new HttpClient($server, serve($server));
$client->write("GET /there HTTP/1.1\r\nHost: test\r\n\r\n");
echo show($client->all());
--EXPECT--
HTTP/1.1 404 Not Found
Content-Length: 30
Connection: close
Content-Type: text/plain; charset=utf-8

there is nothing at this path
