--TEST--
Decoder refuses text that is not UTF-8, whole or across fragments
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

decode(raw(0x81, "abc\xFF"));
decode(raw(0x81, "\xC0\xAF"));
decode(raw(0x81, "\xED\xA0\x80"));
decode(raw(0x81, "\xF4\x90\x80\x80"));
decode(raw(0x81, "abc\xC3"));
decode(raw(0x01, "abc\xC3") . raw(0x80));
decode(raw(0x01, "abc\xC3") . raw(0x80, 'x'));
decode(raw(0x01, "abc\xE2") . raw(0x89) . raw(0x00, "\x82") . raw(0x80, "\xAC"));
decode(raw(0x82, "\xFF"));
?>
--EXPECT--
fault 1007: text is not UTF-8
fault 1007: text is not UTF-8
fault 1007: text is not UTF-8
fault 1007: text is not UTF-8
fault 1007: text is not UTF-8
fault 1007: text is not UTF-8
fault 1007: text is not UTF-8
ping '', text 0x616263e282ac
binary 0xff
