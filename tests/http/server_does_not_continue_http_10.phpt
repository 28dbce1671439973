--TEST--
An HTTP/1.0 client knows no 100
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn($request) => "<$request->body>", ['POST']);
$client = new HttpClient($server, serve($server));
$client->write("POST / HTTP/1.0\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello");
echo status($client->all()), "\n";
--EXPECT--
HTTP/1.1 200 OK
