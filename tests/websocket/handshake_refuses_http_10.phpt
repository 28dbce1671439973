--TEST--
A handshake needs HTTP/1.1
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
$client->write(str_replace('HTTP/1.1', 'HTTP/1.0', WebSocketClient::handshake()));
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 400 Bad Request
a WebSocket handshake needs HTTP/1.1
