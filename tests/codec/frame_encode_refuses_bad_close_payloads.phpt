--TEST--
Frame::encode() refuses a close frame that RFC 6455 forbids
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Frame, Opcode};

foreach (["\x03", "\x03\xED", "\x03\xE8\xFF"] as $payload) {
    caught(fn() => Frame::encode($payload, Opcode::Close));
}
foreach (['', "\x03\xE8", "\x03\xE8bye"] as $payload) {
    echo bin2hex(Frame::encode($payload, Opcode::Close)), "\n";
}
?>
--EXPECT--
ValueError: RtComm\WebSocket\Frame::encode(): Argument #1 ($payload) must be empty or a valid close code and a UTF-8 reason for a close frame
ValueError: RtComm\WebSocket\Frame::encode(): Argument #1 ($payload) must be empty or a valid close code and a UTF-8 reason for a close frame
ValueError: RtComm\WebSocket\Frame::encode(): Argument #1 ($payload) must be empty or a valid close code and a UTF-8 reason for a close frame
8800
880203e8
880503e8627965
