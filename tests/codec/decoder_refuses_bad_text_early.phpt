--TEST--
Decoder refuses bad text at its first impossible byte
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Decoder;

function first_fault(string $stream): int
{
    $decoder = new Decoder;
    foreach (str_split($stream) as $i => $byte) {
        try {
            $decoder->push($byte);
        } catch (RtComm\ProtocolException) {
            return $i + 1;
        }
    }
    return 0;
}

// The header has 6 bytes.
var_dump(first_fault(raw(0x81, "abc\xFF and more")));
var_dump(first_fault(raw(0x81, "abc\xED\xA0 and more")));
var_dump(first_fault(raw(0x01, "a\xF4") . raw(0x00, "\x90 and more")));
?>
--EXPECT--
int(10)
int(11)
int(15)
