--TEST--
Decoder throws the same fault again, with no events
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

$decoder = new RtComm\WebSocket\Decoder;
for ($i = 0; $i < 3; $i++) {
    try {
        $decoder->push($i ? raw(0x81, 'a') : raw(0x81, 'a') . raw(0x81, "\xFF"));
    } catch (RtComm\ProtocolException $fault) {
        echo $fault->closeCode, ' ', $fault->getMessage(), ' ', count($fault->events), "\n";
    }
}
caught(fn() => $decoder->push(''));
var_dump($decoder->pendingBytes());
?>
--EXPECT--
1007 text is not UTF-8 1
1007 text is not UTF-8 0
1007 text is not UTF-8 0
RtComm\ProtocolException 1007: text is not UTF-8
int(0)
