--TEST--
A body that is announced to be larger than maxBodySize gets 413 before it is sent
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxBodySize' => 10]);
$server->http('/', fn($request) => $request->body, ['POST']);
$address = serve($server);
$client = new HttpClient($server, $address);
echo body($client->request('POST', '/', [], '0123456789')), "\n";
$client->write("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 11\r\n\r\n");
echo show($client->all());
--EXPECT--
0123456789
HTTP/1.1 413 Content Too Large
Content-Length: 36
Connection: close
Content-Type: text/plain; charset=utf-8

the body is larger than maxBodySize
