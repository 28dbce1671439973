--TEST--
A handshake for a path without a route gets 404
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
$client->write(WebSocketClient::handshake('/other'));
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 404 Not Found
there is nothing at this path
