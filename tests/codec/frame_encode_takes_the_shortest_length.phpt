--TEST--
Frame::encode() writes the length in its shortest form
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\{Frame, Opcode};

foreach ([0, 1, 125, 126, 127, 65535, 65536, 100000] as $len) {
    foreach ([false, true] as $mask) {
        $frame = Frame::encode(str_repeat('a', $len), Opcode::Binary, mask: $mask);
        $size = strlen($frame) - $len - ($mask ? 4 : 0);
        echo $len, ' ', bin2hex(substr($frame, 0, $size)), "\n";
    }
}
?>
--EXPECT--
0 8200
0 8280
1 8201
1 8281
125 827d
125 82fd
126 827e007e
126 82fe007e
127 827e007f
127 82fe007f
65535 827effff
65535 82feffff
65536 827f0000000000010000
65536 82ff0000000000010000
100000 827f00000000000186a0
100000 82ff00000000000186a0
