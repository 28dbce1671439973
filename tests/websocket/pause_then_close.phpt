--TEST--
Closing a paused connection reads on, for the client's close frame
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    $conn->pause();
    $conn->close();
}, message: function () {
    echo "a message\n";
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->send('ignored');
echo $client->text(), "\n";
$client->sendClose();
echo $client->text(), "\n";
--EXPECT--
(close 1000)
1000, clean
(end)
