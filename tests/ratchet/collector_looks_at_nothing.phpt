--TEST--
The cycle collector makes nothing that nobody has looked at
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
$conn = $component->conns[0];
$before = spl_object_id(new stdClass);
gc_collect_cycles();
var_dump(spl_object_id(new stdClass) === $before);
?>
--EXPECT--
open
bool(true)
