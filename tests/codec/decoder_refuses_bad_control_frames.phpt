--TEST--
Decoder refuses fragmented and long control frames
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

foreach ([8, 9, 10] as $opcode) {
    decode(raw($opcode));
    decode(raw(0x80 | $opcode, str_repeat('a', 126)));
}
?>
--EXPECT--
fault 1002: control frame is fragmented
fault 1002: control frame is longer than 125 bytes
fault 1002: control frame is fragmented
fault 1002: control frame is longer than 125 bytes
fault 1002: control frame is fragmented
fault 1002: control frame is longer than 125 bytes
