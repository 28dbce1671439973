--TEST--
subscribe() and unsubscribe() can be chained
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    var_dump($conn->subscribe('a')->subscribe('b')->unsubscribe('a')->unsubscribe('never') === $conn);
});
new WebSocketClient($server, serve($server));
echo count($server->channel('a')), count($server->channel('b')), "\n";
--EXPECT--
bool(true)
01
