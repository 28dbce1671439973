--TEST--
What a client sends to a paused connection stays with the client
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->pause(), message: fn() => null);
$client = new WebSocketClient($server, serve($server));
$before = $server->stats()['bytesIn'];
$bytes = str_repeat(WebSocketClient::frame(0x81, str_repeat('x', 1000)), 1000);
for ($stuck = 0; $stuck < 20;) {
    $stuck = fwrite($client->stream, $bytes) === 0 ? $stuck + 1 : 0;
    $server->tick();
}
var_dump($server->stats()['bytesIn'] - $before);
--EXPECT--
int(0)
