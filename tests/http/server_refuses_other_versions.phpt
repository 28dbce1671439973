--TEST--
Another version of HTTP gets 505
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'never', ['GET', 'POST']);
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/2.0\r\nHost: a\r\n\r\n");
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 505 HTTP Version Not Supported
only HTTP/1.1 and HTTP/1.0 are spoken here
