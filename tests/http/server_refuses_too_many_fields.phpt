--TEST--
More than 128 header fields get 431
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'never', ['GET', 'POST']);
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\nHost: a\r\n" . str_repeat("X: y\r\n", 128) . "\r\n");
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 431 Request Header Fields Too Large
too many header fields
