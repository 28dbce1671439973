--TEST--
Decoder::pendingBytes() counts what no event has accounted for
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Decoder;

$decoder = new Decoder;
$count = function (string $bytes) use ($decoder) {
    $events = $decoder->push($bytes);
    echo count($events), ' ', $decoder->pendingBytes(), "\n";
};
$count('');
$count(raw(0x81, 'Hello'));
$count("\x81");
$count(substr(raw(0x81, 'Hello'), 1, 7));
$count(substr(raw(0x81, 'Hello'), 8));
$count(raw(0x01, 'ab'));
$count(raw(0x89, 'ping'));
$count(raw(0x80, 'cd') . "\x89");
?>
--EXPECT--
0 0
1 0
0 1
0 8
1 0
0 8
1 8
1 1
