--TEST--
A malformed list of subprotocols is refused
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
$client->write(WebSocketClient::handshake('/', ['Sec-WebSocket-Protocol' => 'a b']));
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 400 Bad Request
malformed Sec-WebSocket-Protocol
