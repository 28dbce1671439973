--TEST--
Frame::decode() refuses offsets outside the bytes, and sizes below 1
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Frame;

$decode = function (mixed $offset, int $max = 1) {
    caught(fn() => Frame::decode('abc', $offset, maxPayload: $max));
};
$decode(-1);
$decode(4);
$decode('0');
$decode(null);
$decode(0, 0);
$offset = 3;
var_dump(Frame::decode('abc', $offset));
?>
--EXPECT--
ValueError: RtComm\WebSocket\Frame::decode(): Argument #2 ($offset) must be between 0 and the length of argument #1 ($bytes)
ValueError: RtComm\WebSocket\Frame::decode(): Argument #2 ($offset) must be between 0 and the length of argument #1 ($bytes)
TypeError: RtComm\WebSocket\Frame::decode(): Argument #2 ($offset) must be of type int, string given
TypeError: RtComm\WebSocket\Frame::decode(): Argument #2 ($offset) must be of type int, null given
ValueError: RtComm\WebSocket\Frame::decode(): Argument #4 ($maxPayload) must be greater than 0
NULL
