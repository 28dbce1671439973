--TEST--
A close code that must not be sent fails the connection with 1002
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
$client->write(WebSocketClient::frame(0x88, pack('n', 1005)));
echo $client->text(), "\n", $client->text(), "\n";
$client->close();
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
(close 1002 close frame has no valid code)
(end)
1002 close frame has no valid code
