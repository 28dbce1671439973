--TEST--
A handshake is a GET
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
$client->write(str_replace('GET', 'POST', WebSocketClient::handshake()));
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 405 Method Not Allowed
a WebSocket handshake is a GET request
