--TEST--
NUL in a header is refused
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'never', ['GET', 'POST']);
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\nHost: test\r\nX: a\0b\r\n\r\n");
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 400 Bad Request
control character in a header value
