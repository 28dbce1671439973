--TEST--
Text is refused at its first wrong byte, before the frame is whole
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
$client->write("\x81\xFE\x10\x00\x00\x00\x00\x00ab\xff");
echo $client->text(), "\n", $client->text(), "\n";
$client->close();
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
(close 1007 text is not UTF-8)
(end)
1007 text is not UTF-8
