--TEST--
A handshake right behind a request is answered after it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'page');
$server->handle('/chat', message: fn($conn, $data) => $conn->send($data));
$client = new HttpClient($server, serve($server));
$client->write(
    "GET / HTTP/1.1\r\nHost: test\r\n\r\n" . WebSocketClient::handshake('/chat')
    . RtComm\WebSocket\Frame::encode('hello', mask: true)
);
echo body($client->response()), "\n", status($client->response()), "\n";
$client->wait(fn() => $client->received !== '');
echo substr($client->received, 2), "\n";
--EXPECT--
page
HTTP/1.1 101 Switching Protocols
hello
