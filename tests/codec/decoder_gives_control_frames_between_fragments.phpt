--TEST--
Decoder gives control frames as they come, also between fragments
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

decode(raw(0x89, 'p') . raw(0x01, 'a') . raw(0x89, '1') . raw(0x8A, '2') . raw(0x00, 'b') . raw(0x89) . raw(0x80, 'c'));
decode(raw(0x89, str_repeat('a', 125)));
?>
--EXPECT--
ping 'p', ping '1', pong '2', ping '', text 'abc'
ping 125 bytes, md5 c5339dc2af6bf595580281ffb07353f6
