--TEST--
Bodies of pipelined requests end where the next request begins
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn($request) => "<$request->body>", ['POST']);
$client = new HttpClient($server, serve($server));
$client->write(
    "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\n\r\none"
    . "POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n"
    . "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 0\r\n\r\n"
    . "POST / HTTP/1.1\r\nHost: test\r\n\r\n"
);
for ($i = 0; $i < 4; $i++) {
    echo body($client->response()), "\n";
}
--EXPECT--
<one>
<two>
<>
<>
