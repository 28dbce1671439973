--TEST--
Frame::decode() leaves the offset where a fault is
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

$offset = 3;
caught(function () use (&$offset) {
    RtComm\WebSocket\Frame::decode("xxx\x83\x80mask", $offset);
});
var_dump($offset);
?>
--EXPECT--
RtComm\ProtocolException 1002: reserved opcode
int(3)
