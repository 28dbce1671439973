--TEST--
Text that is not UTF-8 fails the connection with 1007
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
$client->write(WebSocketClient::frame(0x81, "a\xffb"));
echo $client->text(), "\n", $client->text(), "\n";
$client->close();
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
(close 1007 text is not UTF-8)
(end)
1007 text is not UTF-8
