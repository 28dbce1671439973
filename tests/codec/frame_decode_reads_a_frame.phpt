--TEST--
Frame::decode() gives opcode, payload, FIN and reserved bits
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Frame, Role};

foreach ([Frame::decode(raw(0x81, 'Hello')), Frame::decode("\x42\x02ab", from: Role::Server)] as $frame) {
    var_dump($frame->opcode, $frame->payload, $frame->final, $frame->rsv);
}
?>
--EXPECT--
enum(RtComm\WebSocket\Opcode::Text)
string(5) "Hello"
bool(true)
int(0)
enum(RtComm\WebSocket\Opcode::Binary)
string(2) "ab"
bool(false)
int(4)
