--TEST--
Decoder reads messages of megabytes, in one piece and in many
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Decoder, Role};

$payload = str_repeat('0123456789abcdefghijklmnopqrstuvwxyzäöü', 80000);
$stream = raw(0x81, $payload) . raw(0x01, substr($payload, 0, 1000000)) . raw(0x89, 'ping') . raw(0x80, substr($payload, 1000000));
foreach ([strlen($stream), 65536, 16384, 1000, 7] as $size) {
    $decoder = new Decoder(Role::Client, 1 << 24, 1 << 24);
    $events = [];
    foreach (str_split($stream, $size) as $piece) {
        array_push($events, ...$decoder->push($piece));
    }
    var_dump(count($events) === 3 && "$events[0]" === $payload && $events[1]->payload === 'ping'
        && "$events[2]" === $payload && $decoder->pendingBytes() === 0);
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
