--TEST--
A reset that is noticed while sending: 1006
--EXTENSIONS--
rtcomm
sockets
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn;
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->reset();
for ($i = 0; $i < 100 && $kept->isOpen(); $i++) {
    $kept->send(str_repeat('x', 1000));
    $server->tick(0.001);
}
echo $kept->send('x')->name, "\n";
--EXPECT--
1006, by peer
Closed
