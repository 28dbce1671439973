--TEST--
A port can be bound again at once, although its last clients were just ended
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->close());
$address = serve_plainly($server);
for ($i = 0; $i < 3; $i++) {
    (new WebSocketClient($server, $address))->sendClose()->all();
}
unset($server);
$server = new RtComm\Server();
var_dump($server->listen($address) === $address);
--EXPECT--
bool(true)
