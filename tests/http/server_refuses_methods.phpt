--TEST--
A method that the route does not list gets 405 and the list
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x', ['GET', 'POST', 'PURGE']);
$client = new HttpClient($server, serve($server));
$client->write("DELETE / HTTP/1.1\r\nHost: test\r\n\r\n");
echo show($client->all());
--EXPECT--
HTTP/1.1 405 Method Not Allowed
Content-Length: 32
Connection: close
Content-Type: text/plain; charset=utf-8
Allow: GET, POST, PURGE

that method is not allowed here
