--TEST--
Decoder refuses reserved bits: no extension was negotiated
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

foreach ([0xC1, 0xA1, 0x91, 0xF2, 0xC9, 0xC8] as $first) {
    decode(raw($first, 'a'));
}
decode(raw(0x01, 'a') . raw(0xC0, 'b'));
?>
--EXPECT--
fault 1002: reserved bits are set
fault 1002: reserved bits are set
fault 1002: reserved bits are set
fault 1002: reserved bits are set
fault 1002: reserved bits are set
fault 1002: reserved bits are set
fault 1002: reserved bits are set
