--TEST--
Decoder refuses reserved opcodes
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

foreach ([3, 4, 5, 6, 7, 11, 12, 13, 14, 15] as $opcode) {
    decode(raw(0x80 | $opcode, 'a'));
}
?>
--EXPECT--
fault 1002: reserved opcode
fault 1002: reserved opcode
fault 1002: reserved opcode
fault 1002: reserved opcode
fault 1002: reserved opcode
fault 1002: reserved opcode
fault 1002: reserved opcode
fault 1002: reserved opcode
fault 1002: reserved opcode
fault 1002: reserved opcode
