--TEST--
How a conversation ended is what was said first
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->close(4000, 'mine'), close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
echo $client->text(), "\n";
$client->sendClose(4001, 'theirs');
echo $client->text(), "\n";
--EXPECT--
(close 4000 mine)
4000 mine, clean
(end)
