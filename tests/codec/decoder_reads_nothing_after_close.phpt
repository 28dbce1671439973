--TEST--
Decoder ignores what follows a close frame
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

decode(raw(0x88));
decode(raw(0x81, 'a') . raw(0x88, "\x03\xE8") . raw(0x81, 'b') . "\xFF\xFF garbage");
decode(raw(0x01, 'begun') . raw(0x88, "\x03\xE9bye") . raw(0x80, 'late'));
$decoder = new RtComm\WebSocket\Decoder;
$decoder->push(raw(0x88));
var_dump($decoder->push(raw(0x81, 'a')), $decoder->pendingBytes());
?>
--EXPECT--
close ''
text 'a', close 0x03e8
close 0x03e9627965
array(0) {
}
int(0)
