--TEST--
A handshake that arrives one byte at a time is answered
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->send('hi'));
$client = new HttpClient($server, serve($server));
$client->dribble(WebSocketClient::handshake());
$client->wait(fn() => str_ends_with($client->received, "\r\n\r\n\x81\x02hi"));
echo status($client->received), "\n";
--EXPECT--
HTTP/1.1 101 Switching Protocols
