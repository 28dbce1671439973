--TEST--
Frame::encode() refuses reserved bits that do not exist or have no place
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Frame, Opcode};

caught(fn() => Frame::encode('', rsv: -1));
caught(fn() => Frame::encode('', rsv: 8));
caught(fn() => Frame::encode('', Opcode::Continuation, rsv: 4));
caught(fn() => Frame::encode('', Opcode::Ping, rsv: 1));
?>
--EXPECT--
ValueError: RtComm\WebSocket\Frame::encode(): Argument #5 ($rsv) must be between 0 and 7
ValueError: RtComm\WebSocket\Frame::encode(): Argument #5 ($rsv) must be between 0 and 7
ValueError: RtComm\WebSocket\Frame::encode(): Argument #5 ($rsv) must be 0 unless the frame is Text or Binary
ValueError: RtComm\WebSocket\Frame::encode(): Argument #5 ($rsv) must be 0 unless the frame is Text or Binary
