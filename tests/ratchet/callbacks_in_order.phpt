--TEST--
onOpen, onMessage for each message, onClose once
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack($component = new Recorder));
$client = new WebSocketClient($io->socket, $address);
$client->send("one")->send("two")->sendClose();
$client->send("behind the close frame");
until_noted($io, $component, "close");
settle($io->socket);
var_dump(count($component->log));
?>
--EXPECT--
open
message one
message two
close
int(4)
