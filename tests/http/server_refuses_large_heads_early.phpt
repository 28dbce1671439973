--TEST--
A head without an end is refused as soon as it is too large
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x');
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\nX: " . str_repeat('x', 17000));
echo status($client->all()), "\n";
--EXPECT--
HTTP/1.1 431 Request Header Fields Too Large
