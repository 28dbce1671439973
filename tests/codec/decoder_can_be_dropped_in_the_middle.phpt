--TEST--
A Decoder with half a message can go away
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

$decoder = new RtComm\WebSocket\Decoder;
$decoder->push(raw(0x01, str_repeat('a', 100000)) . "\x89\x85mask12");
unset($decoder);
echo "gone\n";
?>
--EXPECT--
gone
