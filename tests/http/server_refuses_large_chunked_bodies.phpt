--TEST--
Chunks that come to more than maxBodySize get 413
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxBodySize' => 10]);
$server->http('/', fn($request) => $request->body, ['POST']);
$address = serve($server);
$head = "POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n";
$client = new HttpClient($server, $address);
$client->write("{$head}8\r\n01234567\r\n2\r\n89\r\n0\r\n\r\n");
echo body($client->response()), "\n";
$client->write("{$head}8\r\n01234567\r\n3\r\n89a\r\n");
echo status($client->all()), "\n";
$client = new HttpClient($server, $address);
$client->write("{$head}b\r\n0123456789a");
echo status($client->all()), "\n";
--EXPECT--
0123456789
HTTP/1.1 413 Content Too Large
HTTP/1.1 413 Content Too Large
