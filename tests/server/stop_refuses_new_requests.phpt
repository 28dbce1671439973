--TEST--
A request whose head comes after stop() gets 503
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x');
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\n");
settle($server);
$server->stop();
$client->write("Host: test\r\n\r\n");
echo show($client->all());
--EXPECT--
HTTP/1.1 503 Service Unavailable
Content-Length: 23
Connection: close
Content-Type: text/plain; charset=utf-8

the server is stopping
