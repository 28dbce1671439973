--TEST--
Pausing in a callback holds back what came in the same segment
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
});
$client = new WebSocketClient($server, serve($server));
$client->write(WebSocketClient::frame(0x81, 'a') . WebSocketClient::frame(0x81, 'b') . WebSocketClient::frame(0x81, 'c'));
for ($i = 0; $i < 3; $i++) {
    settle($server);
    echo "resuming\n";
    $kept->resume();
}
settle($server);
--EXPECT--
a
resuming
b
resuming
c
resuming
