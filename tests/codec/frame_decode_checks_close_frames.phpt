--TEST--
Frame::decode() checks the code and the reason of a close frame
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Frame;

foreach (["\x03", "\x03\xED", "\x03\xE8\xC3"] as $payload) {
    caught(fn() => Frame::decode(raw(0x88, $payload)));
}
echo show(Frame::decode(raw(0x88, "\x03\xE8bye"))), "\n";
?>
--EXPECT--
RtComm\ProtocolException 1002: close frame has no valid code
RtComm\ProtocolException 1002: close frame has no valid code
RtComm\ProtocolException 1007: close reason is not UTF-8
close 0x03e8627965
