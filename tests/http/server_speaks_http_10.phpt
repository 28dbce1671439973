--TEST--
An HTTP/1.0 request needs no Host, and the connection ends after the answer
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn($request) => $request->protocolVersion);
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.0\r\n\r\n");
echo show($client->all());
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 3
Connection: close
Content-Type: text/plain; charset=utf-8

1.0
