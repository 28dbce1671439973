--TEST--
Messages that were read before a pause come before the end that followed them
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data) use (&$kept) {
    echo "$data\n";
    $conn->pause();
    $kept = $conn;
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->write(WebSocketClient::frame(0x81, 'a') . WebSocketClient::frame(0x81, 'b'))->close();
settle($server);
echo "resuming\n";
$kept->resume();
settle($server);
echo "resuming\n";
$kept->resume();
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
a
resuming
b
resuming
1006, by peer
