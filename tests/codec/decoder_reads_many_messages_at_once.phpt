--TEST--
Decoder reads thousands of messages out of one piece
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

$stream = '';
for ($i = 0; $i < 5000; $i++) {
    $stream .= raw($i % 7 ? 0x81 : 0x89, "message $i", pack('N', $i * 40503));
}
$events = (new RtComm\WebSocket\Decoder)->push($stream);
$good = 0;
foreach ($events as $i => $event) {
    $good += $event->payload === "message $i" ? 1 : 0;
}
var_dump(count($events), $good, array_is_list($events));
?>
--EXPECT--
int(5000)
int(5000)
bool(true)
