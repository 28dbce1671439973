--TEST--
A frame above maxFrameSize fails the connection with 1009 before its payload comes
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle(
    '/',
    message: function () {
        echo "a message\n";
    },
    close: function ($conn, $info) {
        echo describe($info), "\n";
    },
);
$client = new WebSocketClient($server, serve($server));
$client->write("\x82\xFF\x00\x00\x00\x00\x00\x10\x00\x01\0\0\0\0");
echo $client->text(), "\n", $client->text(), "\n";
$client->close();
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
(close 1009 frame is too big)
(end)
1009 frame is too big
