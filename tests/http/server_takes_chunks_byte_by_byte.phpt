--TEST--
A chunked request that arrives one byte at a time has the body that its chunks hold
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/up', fn($request) => "[$request->body]", ['POST']);
$client = new HttpClient($server, serve($server));
$client->dribble(
    "POST /up HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"
    . "5\r\nhello\r\n7;x=y\r\n, world\r\n0\r\nTrailer: t\r\n\r\n"
);
echo body($client->response()), "\n";
--EXPECT--
[hello, world]
