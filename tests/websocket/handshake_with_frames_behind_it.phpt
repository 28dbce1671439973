--TEST--
Frames in the same segment as the handshake are answered
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->send('open'), message: fn($conn, $data) => $conn->send($data));
$client = new HttpClient($server, serve($server));
$client->write(
    WebSocketClient::handshake() . RtComm\WebSocket\Frame::encode('one', mask: true)
    . RtComm\WebSocket\Frame::encode('two', mask: true)
);
echo status($client->response()), "\n";
$client->wait(fn() => strlen($client->received) >= 16);
echo addcslashes($client->received, "\0..\37\177..\377"), "\n";
--EXPECT--
HTTP/1.1 101 Switching Protocols
\201\004open\201\003one\201\003two
