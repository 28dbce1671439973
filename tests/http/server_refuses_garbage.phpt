--TEST--
Bytes that are no HTTP are refused at the first wrong one
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'never', ['GET', 'POST']);
$client = new HttpClient($server, serve($server));
$client->write("\xff\xfe");
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 400 Bad Request
not an HTTP request
