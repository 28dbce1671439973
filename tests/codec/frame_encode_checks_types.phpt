--TEST--
Frame::encode() wants an Opcode, not a number
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

caught(fn() => RtComm\WebSocket\Frame::encode('', 1));
?>
--EXPECT--
TypeError: RtComm\WebSocket\Frame::encode(): Argument #2 ($opcode) must be of type RtComm\WebSocket\Opcode, int given
