--TEST--
Connection: close is answered in kind, and the connection ends
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x');
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
echo show($client->all());
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 1
Connection: close
Content-Type: text/plain; charset=utf-8

x
