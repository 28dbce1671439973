--TEST--
Decoder joins the fragments of a message
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

decode(raw(0x01, 'Hel') . raw(0x80, 'lo'));
decode(raw(0x02, 'a') . raw(0x00) . raw(0x00, 'b') . raw(0x80));
decode(raw(0x01) . raw(0x80) . raw(0x81, 'next'));
?>
--EXPECT--
text 'Hello'
binary 'ab'
text '', text 'next'
