--TEST--
Opcode has the six opcodes of RFC 6455
--EXTENSIONS--
rtcomm
--FILE--
<?php
foreach (RtComm\WebSocket\Opcode::cases() as $case) {
    echo $case->name, ' ', $case->value, "\n";
}
var_dump(RtComm\WebSocket\Opcode::tryFrom(3));
?>
--EXPECT--
Continuation 0
Text 1
Binary 2
Close 8
Ping 9
Pong 10
NULL
