--TEST--
ProtocolException holds the events that the same bytes completed before the fault
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

$decoder = new RtComm\WebSocket\Decoder;
$decoder->push(raw(0x81, 'earlier'));
try {
    $decoder->push(raw(0x81, 'good') . raw(0x89, 'p') . raw(0x83));
} catch (RtComm\ProtocolException $fault) {
    var_dump($fault->closeCode, array_map(show(...), $fault->events));
}
?>
--EXPECT--
int(1002)
array(2) {
  [0]=>
  string(11) "text 'good'"
  [1]=>
  string(8) "ping 'p'"
}
