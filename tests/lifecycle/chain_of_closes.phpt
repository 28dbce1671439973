--TEST--
A close that closes the next one, and so on through many connections
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$conns) {
    $conns[$conn->id] = $conn;
}, close: function ($conn) use (&$conns, &$closed) {
    $closed[] = $conn->id;
    isset($conns[$conn->id + 1]) && $conns[$conn->id + 1]->terminate();
});
$address = serve($server);
for ($i = 0; $i < 50; $i++) {
    $clients[] = new WebSocketClient($server, $address);
}
$clients[0]->close();
until($server, fn() => $server->stats()['connections'] === 0);
var_dump($closed === range(1, 50));
--EXPECT--
bool(true)
