--TEST--
terminate() cuts a close handshake short; the code stays what close() said
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn->close(4000, 'slow');
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
echo $client->text(), "\n";
$kept->terminate();
echo $client->text(), "\n";
--EXPECT--
(close 4000 slow)
4000 slow
(end)
