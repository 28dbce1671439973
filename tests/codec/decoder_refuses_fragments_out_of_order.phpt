--TEST--
Decoder refuses a continuation of nothing and a message inside another
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

decode(raw(0x80, 'a'));
decode(raw(0x00, 'a'));
decode(raw(0x81, 'a') . raw(0x80, 'b'));
decode(raw(0x01, 'a') . raw(0x81, 'b'));
decode(raw(0x02, 'a') . raw(0x89) . raw(0x01, 'b'));
?>
--EXPECT--
fault 1002: continuation of no message
fault 1002: continuation of no message
text 'a', fault 1002: continuation of no message
fault 1002: message begins inside another
ping '', fault 1002: message begins inside another
