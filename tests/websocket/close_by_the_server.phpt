--TEST--
close() sends a close frame behind what is queued, and waits for the client's
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    $conn->send('last words');
    $conn->close(4000, 'enough');
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
echo $client->text(), "\n", $client->text(), "\n";
settle($server);
echo "answering\n";
$client->sendClose(4000);
echo $client->text(), "\n";
--EXPECT--
last words
(close 4000 enough)
answering
4000 enough, clean
(end)
