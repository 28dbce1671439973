--TEST--
Components may set and replace properties
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack($component = new Recorder));
$client = new WebSocketClient($io->socket, $address);
settle($io->socket);
[$conn] = $component->conns;
$conn->name = "Ada";
$conn->list[] = 1;
$conn->list[] = 2;
$conn->self = $conn;
$conn->count = 1;
$conn->count++;
$conn->remoteAddress = "192.0.2.1";
$conn->WebSocket->mine = "kept";
$conn->WebSocket->list[] = 3;
echo json_encode([$conn->name, $conn->list, $conn->self === $conn, $conn->count, $conn->remoteAddress]), "\n";
echo json_encode($conn->WebSocket), "\n";
unset($conn->self, $conn->name);
var_dump(isset($conn->name), isset($conn->self));
$conn->WebSocket = "mine";
var_dump($conn->WebSocket);
$reference = &$conn->resourceId;
$reference = 7;
var_dump($conn->resourceId);
?>
--EXPECT--
open
["Ada",[1,2],true,2,"192.0.2.1"]
{"closing":false,"closeCode":null,"closeReason":null,"subprotocol":null,"mine":"kept","list":[3]}
bool(false)
bool(false)
string(4) "mine"
int(7)
