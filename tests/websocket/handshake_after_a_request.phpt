--TEST--
A connection that has served requests can become a WebSocket
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'page');
$server->handle('/chat', open: fn($conn) => $conn->send($conn->request->path));
$client = new HttpClient($server, serve($server));
echo body($client->get('/')), "\n";
$client->write(WebSocketClient::handshake('/chat'));
echo status($client->response()), "\n";
$client->wait(fn() => $client->received !== '');
echo substr($client->received, 2), "\n";
--EXPECT--
page
HTTP/1.1 101 Switching Protocols
/chat
