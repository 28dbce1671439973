--TEST--
A connection that is kept can be used when the server is gone
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack($component = new Recorder));
$client = new WebSocketClient($io->socket, $address, "/?x=y");
settle($io->socket);
[$conn] = $component->conns;
$conn->self = $conn;
$client = null;
$io = null;
gc_collect_cycles();
var_dump($conn->send("x") === $conn, $conn->close() === $conn);
echo $conn->resourceId, " ", $conn->remoteAddress, " ", $conn->httpRequest->getUri()->getQuery(), " ", json_encode($conn->WebSocket), "\n";
?>
--EXPECT--
open
bool(true)
bool(true)
1 127.0.0.1 x=y {"closing":true,"closeCode":1006,"closeReason":"","subprotocol":null}
