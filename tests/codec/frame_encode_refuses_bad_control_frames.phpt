--TEST--
Frame::encode() refuses fragmented and long control frames
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Frame, Opcode};

foreach ([Opcode::Close, Opcode::Ping, Opcode::Pong] as $opcode) {
    caught(fn() => Frame::encode('', $opcode, final: false));
    caught(fn() => Frame::encode(str_repeat('a', 126), $opcode));
}
echo strlen(Frame::encode(str_repeat('a', 125), Opcode::Ping)), "\n";
?>
--EXPECT--
ValueError: RtComm\WebSocket\Frame::encode(): Argument #3 ($final) must be true for a control frame
ValueError: RtComm\WebSocket\Frame::encode(): Argument #1 ($payload) must be at most 125 bytes for a control frame
ValueError: RtComm\WebSocket\Frame::encode(): Argument #3 ($final) must be true for a control frame
ValueError: RtComm\WebSocket\Frame::encode(): Argument #1 ($payload) must be at most 125 bytes for a control frame
ValueError: RtComm\WebSocket\Frame::encode(): Argument #3 ($final) must be true for a control frame
ValueError: RtComm\WebSocket\Frame::encode(): Argument #1 ($payload) must be at most 125 bytes for a control frame
127
