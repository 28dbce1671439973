--TEST--
Frame::close() refuses a reason that is too long or not UTF-8
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Frame;

caught(fn() => Frame::close(1000, str_repeat('a', 124)));
caught(fn() => Frame::close(1000, "caf\xE9"));
caught(fn() => Frame::close(1000, str_repeat('a', 122) . "\xC3"));
?>
--EXPECT--
ValueError: RtComm\WebSocket\Frame::close(): Argument #2 ($reason) must be at most 123 bytes
ValueError: RtComm\WebSocket\Frame::close(): Argument #2 ($reason) must be valid UTF-8
ValueError: RtComm\WebSocket\Frame::close(): Argument #2 ($reason) must be valid UTF-8
