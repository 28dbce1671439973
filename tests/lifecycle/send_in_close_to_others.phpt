--TEST--
close may send to everybody else; for its own connection it is too late
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$conns) {
    $conns[$conn->id] = $conn;
}, close: function ($conn) use (&$conns) {
    foreach ($conns as $other) {
        echo "$other->id ", $other->send("$conn->id left")->name, "\n";
    }
    unset($conns[$conn->id]);
});
$address = serve($server);
for ($i = 0; $i < 3; $i++) {
    $clients[] = new WebSocketClient($server, $address);
}
$clients[1]->sendClose()->all();
echo $clients[0]->text(), ', ', $clients[2]->text(), "\n";
--EXPECT--
1 Sent
2 Closed
3 Sent
2 left, 2 left
