--TEST--
Decoder does not unmask the caller's string, nor a literal
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Decoder;

$decoder = new Decoder;
$bytes = raw(0x81, 'Hello') . raw(0x82, str_repeat('a', 70000)) . raw(0x81, 'end');
$copy = $bytes;
foreach ([$bytes, substr($bytes, 0, 30000), substr($bytes, 30000), "\x89\x81\x01\x02\x03\x04\x60"] as $piece) {
    $before = md5($piece);
    echo implode(', ', array_map(show(...), $decoder->push($piece))), "\n";
    if (md5($piece) !== $before) {
        echo "changed\n";
    }
}
var_dump(md5($bytes) === md5($copy));
?>
--EXPECT--
text 'Hello', binary 70000 bytes, md5 0b21388e04a856f824a29c58d71c8d40, text 'end'
text 'Hello'
binary 70000 bytes, md5 0b21388e04a856f824a29c58d71c8d40, text 'end'
ping 'a'
bool(true)
