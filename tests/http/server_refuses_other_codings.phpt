--TEST--
A transfer coding other than chunked gets 501
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'never', ['GET', 'POST']);
$client = new HttpClient($server, serve($server));
$client->write("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 501 Not Implemented
no transfer coding but chunked is understood
