--TEST--
A fault behind a HEAD request is answered with its text
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x');
$client = new HttpClient($server, serve($server));
$client->request('HEAD', '/');
$client->write("G@T / HTTP/1.1\r\n\r\n");
echo show($client->all());
--EXPECT--
HTTP/1.1 400 Bad Request
Content-Length: 17
Connection: close
Content-Type: text/plain; charset=utf-8

malformed method
