--TEST--
A handshake without Connection: Upgrade gets 426
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function () {
    echo "opened\n";
}, transports: [RtComm\Transport::WebSocket]);
$client = new HttpClient($server, serve($server));
$client->write(WebSocketClient::handshake('/', ['Connection' => 'keep-alive']));
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 426 Upgrade Required
this is a WebSocket: ask for an upgrade
