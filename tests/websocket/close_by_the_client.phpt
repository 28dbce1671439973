--TEST--
The client's close frame is echoed with its code, then the connection ends
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->sendClose(4001, 'bye');
echo $client->text(), "\n", $client->text(), "\n";
--EXPECT--
4001 bye, clean, by peer
(close 4001)
(end)
