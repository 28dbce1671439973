--TEST--
A Response sets status, headers and body
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => new RtComm\Response(201, 'made', ['Location' => '/1', 'Content-Type' => 'text/x']));
$server->http('/empty', fn() => new RtComm\Response(204, 'never sent'));
$client = new HttpClient($server, serve($server));
echo show($client->get('/')), "\n", show($client->get('/empty')), "\n", status($client->get('/')), "\n";
--EXPECT--
HTTP/1.1 201 Created
Content-Length: 4
Connection: keep-alive
Location: /1
Content-Type: text/x

made

HTTP/1.1 204 No Content
Connection: keep-alive
Content-Type: text/plain; charset=utf-8

HTTP/1.1 201 Created
