--TEST--
Messages sent in open come right behind the handshake, in order
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    foreach (['a', 'b', 'c'] as $data) {
        $conn->send($data);
    }
});
$client = new WebSocketClient($server, serve($server));
echo $client->text(), $client->text(), $client->text(), "\n";
--EXPECT--
abc
