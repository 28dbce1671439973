--TEST--
An HTTP/1.0 client that asks for keep-alive gets it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x');
$client = new HttpClient($server, serve($server));
for ($i = 0; $i < 2; $i++) {
    $client->write("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    echo show($client->response()), "\n";
}
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 1
Connection: keep-alive
Content-Type: text/plain; charset=utf-8

x

HTTP/1.1 200 OK
Content-Length: 1
Connection: keep-alive
Content-Type: text/plain; charset=utf-8

x
