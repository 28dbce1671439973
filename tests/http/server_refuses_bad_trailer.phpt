--TEST--
A malformed trailer is refused
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'never', ['GET', 'POST']);
$client = new HttpClient($server, serve($server));
$client->write("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n: x\r\n\r\n");
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 400 Bad Request
malformed trailer
