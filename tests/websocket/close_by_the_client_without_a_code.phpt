--TEST--
An empty close frame is answered with an empty one; the handler is told 1005
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
$client->send('', RtComm\WebSocket\Opcode::Close);
echo $client->text(), "\n", $client->text(), "\n";
--EXPECT--
1005, clean, by peer
(close empty)
(end)
