--TEST--
Decoder gives text and binary messages in order
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

decode(raw(0x81, 'Hello'));
decode(raw(0x81));
decode(raw(0x81, 'a') . raw(0x82, "\xFF\x00") . raw(0x81, 'é'));
decode('');
?>
--EXPECT--
text 'Hello'
text ''
text 'a', binary 0xff00, text 0xc3a9
nothing
