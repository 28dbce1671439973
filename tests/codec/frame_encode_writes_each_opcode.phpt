--TEST--
Frame::encode() writes each opcode, with FIN or without
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\{Frame, Opcode};

foreach (Opcode::cases() as $opcode) {
    echo $opcode->name, ' ', bin2hex(Frame::encode('', $opcode)), "\n";
}
foreach ([Opcode::Text, Opcode::Binary, Opcode::Continuation] as $opcode) {
    echo $opcode->name, ' ', bin2hex(Frame::encode('ab', $opcode, final: false)), "\n";
}
?>
--EXPECT--
Continuation 8000
Text 8100
Binary 8200
Close 8800
Ping 8900
Pong 8a00
Text 01026162
Binary 02026162
Continuation 00026162
