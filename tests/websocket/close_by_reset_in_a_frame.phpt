--TEST--
A client that resets the connection within a frame: 1006, and the part is forgotten
--EXTENSIONS--
rtcomm
sockets
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function () {
    echo "a message\n";
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->write(substr(WebSocketClient::frame(0x81, str_repeat('x', 1000)), 0, 500));
settle($server);
$client->reset();
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
1006, by peer
