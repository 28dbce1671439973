--TEST--
Frame::decode() gives null and leaves the offset when bytes are missing
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Frame;

foreach ([raw(0x81, 'Hello'), raw(0x82, str_repeat('a', 126)), raw(0x88)] as $frame) {
    for ($len = 0; $len < strlen($frame); $len++) {
        $offset = 1;
        if (Frame::decode('x' . substr($frame, 0, $len), $offset) !== null || $offset !== 1) {
            echo "not null with $len bytes\n";
        }
    }
    echo show(Frame::decode($frame)), "\n";
}
?>
--EXPECT--
text 'Hello'
binary 126 bytes, md5 e51176a47347e167ed0ed766b6de1a0c
close ''
