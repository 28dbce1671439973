--TEST--
handle() may set the subprotocols of its route
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['subprotocols' => ['a']]);
$server->handle('/', open: fn($conn) => $conn->send($conn->subprotocol ?? '(none)'), options: ['subprotocols' => ['b']]);
$client = new WebSocketClient($server, serve($server), '/', ['Sec-WebSocket-Protocol' => 'a, b']);
echo $client->text(), "\n";
--EXPECT--
b
