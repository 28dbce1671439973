--TEST--
Messages before a close frame are handled, those behind it are not
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data) {
    echo "$data\n";
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->write(
    WebSocketClient::frame(0x81, 'before') . WebSocketClient::frame(0x88, pack('n', 1000))
    . WebSocketClient::frame(0x81, 'after')
);
$client->all();
--EXPECT--
before
1000, clean, by peer
