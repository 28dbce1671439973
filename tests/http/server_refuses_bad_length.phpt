--TEST--
A Content-Length that is no number is refused
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'never', ['GET', 'POST']);
$client = new HttpClient($server, serve($server));
$client->write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\nx");
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 400 Bad Request
malformed Content-Length
