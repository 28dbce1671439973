--TEST--
A head larger than maxHeaderSize gets 431
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxHeaderSize' => 256]);
$server->http('/', fn() => 'x');
$address = serve($server);
$client = new HttpClient($server, $address);
$start = "GET / HTTP/1.1\r\nHost: test\r\nX: ";
$client->write($start . str_repeat('x', 256 - strlen($start) - 4) . "\r\n\r\n");
echo status($client->response()), "\n";
$client->write($start . str_repeat('x', 256 - strlen($start) - 3) . "\r\n\r\n");
echo show($client->all());
--EXPECT--
HTTP/1.1 200 OK
HTTP/1.1 431 Request Header Fields Too Large
Content-Length: 32
Connection: close
Content-Type: text/plain; charset=utf-8

the request's head is too large
