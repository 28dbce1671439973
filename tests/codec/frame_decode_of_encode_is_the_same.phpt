--TEST--
Frame::decode() undoes Frame::encode()
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\{Frame, Opcode, Role};

$count = 0;
foreach (Opcode::cases() as $opcode) {
    foreach ([0, 1, 7, 8, 31, 32, 33, 125, 126, 65535, 65536] as $len) {
        foreach ([false, true] as $mask) {
            $control = $opcode->value >= 8;
            if ($control && $len > 125 || $opcode === Opcode::Close && $len > 0) {
                continue;
            }
            $payload = $len ? random_bytes($len) : '';
            $rsv = $control || $opcode === Opcode::Continuation ? 0 : $len % 8;
            $offset = 0;
            $bytes = Frame::encode($payload, $opcode, $control || $len % 2, $mask, $rsv);
            $frame = Frame::decode($bytes, $offset, $mask ? Role::Client : Role::Server);
            $same = $frame->opcode === $opcode && $frame->payload === $payload && $frame->rsv === $rsv
                && $frame->final === ($control || $len % 2) && $offset === strlen($bytes);
            $count += $same ? 1 : 0;
            if (!$same) {
                echo "$opcode->name with $len bytes differs\n";
            }
        }
    }
}
echo "$count frames\n";
?>
--EXPECT--
100 frames
