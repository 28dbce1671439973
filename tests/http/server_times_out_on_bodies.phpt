--TEST--
A body that does not arrive within handshakeTimeout gets 408
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['handshakeTimeout' => 0.1]);
$server->http('/', fn() => 'x', ['POST']);
$client = new HttpClient($server, serve($server));
$client->write("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhell");
echo status($client->all()), "\n";
--EXPECT--
HTTP/1.1 408 Request Timeout
