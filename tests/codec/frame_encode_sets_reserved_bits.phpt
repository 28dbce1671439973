--TEST--
Frame::encode() sets RSV1 = 4, RSV2 = 2, RSV3 = 1
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\{Frame, Opcode};

for ($rsv = 0; $rsv <= 7; $rsv++) {
    echo bin2hex(Frame::encode('', rsv: $rsv)), ' ', bin2hex(Frame::encode('', Opcode::Binary, false, rsv: $rsv)), "\n";
}
?>
--EXPECT--
8100 0200
9100 1200
a100 2200
b100 3200
c100 4200
d100 5200
e100 6200
f100 7200
