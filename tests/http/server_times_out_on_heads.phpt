--TEST--
A head that does not arrive within handshakeTimeout gets 408
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['handshakeTimeout' => 0.1]);
$server->http('/', fn() => 'x');
$address = serve($server);
$silent = new HttpClient($server, $address);
$slow = new HttpClient($server, $address);
$slow->write("GET / HTTP/1.1\r\nHo");
echo show($silent->all()), "\n", status($slow->all()), "\n";
--EXPECT--
HTTP/1.1 408 Request Timeout
Content-Length: 46
Connection: close
Content-Type: text/plain; charset=utf-8

the request took longer than handshakeTimeout

HTTP/1.1 408 Request Timeout
