--TEST--
Expect: 100-continue is answered before the body, and the body then
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn($request) => "<$request->body>", ['POST']);
$client = new HttpClient($server, serve($server));
$client->write("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
echo show($client->response());
$client->write('hello');
echo body($client->response()), "\n";
--EXPECT--
HTTP/1.1 100 Continue
<hello>
