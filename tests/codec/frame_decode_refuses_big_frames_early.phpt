--TEST--
Frame::decode() refuses a frame above maxPayload when its header is known
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Frame;

caught(fn() => Frame::decode(substr(raw(0x82, str_repeat('a', 11)), 0, 6), maxPayload: 10));
echo show(Frame::decode(raw(0x82, str_repeat('a', 10)), maxPayload: 10)), "\n";
echo show(Frame::decode(raw(0x89, str_repeat('a', 11)), maxPayload: 10)), "\n";
caught(fn() => Frame::decode("\x82\xFF" . pack('J', 1048577) . 'mask'));
var_dump(Frame::decode("\x82\xFF" . pack('J', 1048576) . 'mask'));
?>
--EXPECT--
RtComm\ProtocolException 1009: frame is too big
binary 'aaaaaaaaaa'
ping 'aaaaaaaaaaa'
RtComm\ProtocolException 1009: frame is too big
NULL
