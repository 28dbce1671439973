--TEST--
A request without an upgrade on a conversation that is for WebSockets gets 426
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/chat', open: fn() => null, transports: [RtComm\Transport::WebSocket]);
$client = new HttpClient($server, serve($server));
$client->write("GET /chat HTTP/1.1\r\nHost: test\r\n\r\n");
echo show($client->all());
--EXPECT--
HTTP/1.1 426 Upgrade Required
Content-Length: 40
Connection: close
Content-Type: text/plain; charset=utf-8
Sec-WebSocket-Version: 13
Upgrade: websocket

this is a WebSocket: ask for an upgrade
