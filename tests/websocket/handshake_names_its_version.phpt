--TEST--
A client of another version is told which one is spoken (RFC 6455 4.4)
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null);
$client = new WebSocketClient($server, serve($server), '/', ['Sec-WebSocket-Version' => '25']);
echo show($client->response);
--EXPECT--
HTTP/1.1 426 Upgrade Required
Content-Length: 45
Connection: close
Content-Type: text/plain; charset=utf-8
Sec-WebSocket-Version: 13
Upgrade: websocket

only Sec-WebSocket-Version 13 is spoken here
