--TEST--
A client that sends no origin is no browser, and passes
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['origins' => ['https://a.example']]);
$server->handle('/', open: fn() => null);
$client = new WebSocketClient($server, serve($server));
echo substr($client->response, 9, 3), "\n";
--EXPECT--
101
