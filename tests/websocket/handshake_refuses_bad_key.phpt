--TEST--
A key that is not 16 bytes in base64 is refused
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function () {
    echo "opened\n";
});
$client = new HttpClient($server, serve($server));
$client->write(WebSocketClient::handshake('/', ['Sec-WebSocket-Key' => 'dGhlIHNhbXBsZSBub25jZQ']));
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 400 Bad Request
Sec-WebSocket-Key is not the base64 form of 16 bytes
