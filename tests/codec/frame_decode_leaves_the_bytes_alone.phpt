--TEST--
Frame::decode() does not unmask the caller's string
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

$bytes = raw(0x81, 'Hello');
$before = bin2hex($bytes);
RtComm\WebSocket\Frame::decode($bytes);
var_dump(bin2hex($bytes) === $before);
?>
--EXPECT--
bool(true)
