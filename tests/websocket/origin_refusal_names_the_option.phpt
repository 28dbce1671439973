--TEST--
403 says which origin was refused, and which option decides
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null);
$client = new WebSocketClient($server, serve($server), '/', ['Origin' => 'https://evil.example']);
echo show($client->response);
--EXPECT--
HTTP/1.1 403 Forbidden
Content-Length: 86
Connection: close
Content-Type: text/plain; charset=utf-8

origin https://evil.example is not allowed: the option 'origins' lists those that are
