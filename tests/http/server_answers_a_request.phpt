--TEST--
A request is answered with the handler's string, framing and all
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/hello', fn() => 'Hello!');
$client = new HttpClient($server, serve($server));
echo show($client->get('/hello'));
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 6
Connection: keep-alive
Content-Type: text/plain; charset=utf-8

Hello!
