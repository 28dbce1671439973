--TEST--
Decoder refuses close frames with a bad code or reason
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

decode(raw(0x88, "\x03"));
foreach ([0, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65535] as $code) {
    decode(raw(0x88, pack('n', $code)));
}
decode(raw(0x88, "\x03\xE8\xC3"));
decode(raw(0x88, "\x03\xE8\xED\xA0\x80"));
?>
--EXPECT--
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1002: close frame has no valid code
fault 1007: close reason is not UTF-8
fault 1007: close reason is not UTF-8
