--TEST--
Connections that are idle between requests end with stop(); a request that is under way is answered
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn($request) => "<$request->body>", ['GET', 'POST']);
$address = serve($server);
$idle = new HttpClient($server, $address);
$idle->get('/');
$fresh = new HttpClient($server, $address);
$busy = new HttpClient($server, $address);
$busy->write("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhe");
settle($server);
$server->stop();
var_dump($idle->all(), $fresh->all());
$busy->write('llo');
echo show($busy->all());
--EXPECT--
string(0) ""
string(0) ""
HTTP/1.1 200 OK
Content-Length: 7
Connection: close
Content-Type: text/plain; charset=utf-8

<hello>
