--TEST--
HEAD is GET without the body
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn($request) => $request->method);
$client = new HttpClient($server, serve($server));
echo show($client->request('HEAD', '/')), "\n";
echo body($client->get('/')), "\n";
--EXPECT--
HTTP/1.1 200 OK
Content-Length: 4
Connection: keep-alive
Content-Type: text/plain; charset=utf-8

GET
