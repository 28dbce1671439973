--TEST--
A connection is equal to itself only, cycles or not
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack($component = new Recorder));
$clients = [new WebSocketClient($io->socket, $address), new WebSocketClient($io->socket, $address)];
settle($io->socket);
[$a, $b] = $component->conns;
$a->other = $b;
$b->other = $a;
var_dump($a == $a, $a != $b, $a == $b, $a === $a->other->other, in_array($b, [$a], false), array_search($b, [$a, $b]));
$storage = new SplObjectStorage;
$storage[$a] = "a";
$map = new WeakMap;
$map[$b] = "b";
var_dump(isset($storage[$a], $map[$b]), isset($storage[$b]), isset($map[$a]));
?>
--EXPECT--
open
open
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
int(1)
bool(true)
bool(false)
bool(false)
