--TEST--
A Decoder with a Deflate inflates messages: whole, in fragments, in pieces of any size, with controls between
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/deflate.inc';
skip_without_deflate();
?>
--FILE--
<?php
require __DIR__ . '/deflate.inc';

use RtComm\WebSocket\{Decoder, Deflate, Frame, Message};

function show(array $events): void
{
    foreach ($events as $event) {
        echo $event instanceof Message
            ? ($event->binary ? 'binary ' : 'text ') . substr($event->payload, 0, 20) . ' ' . strlen($event->payload)
            : $event->opcode->name . ' ' . $event->payload, "\n";
    }
}

$deflate = Deflate::negotiate('permessage-deflate; client_no_context_takeover');
$decoder = new Decoder(deflate: $deflate);
unset($deflate);
$text = str_repeat('Hello, compressed world! ', 50);
show($decoder->push(compressed_frames('Hello')));
show($decoder->push(compressed_frames($text)));
show($decoder->push(compressed_frames($text, 5)));
show($decoder->push(compressed_frames($text, opcode: 2)));
show($decoder->push(compressed_frames('')));
show($decoder->push(client_frame('not compressed', 1)));
echo "byte by byte, a ping between the fragments\n";
$data = substr(gzdeflate_sync($text), 0, -4);
$bytes = client_frame(substr($data, 0, 9), 1, false, 4) . client_frame('ping', 9) . client_frame(substr($data, 9), 0);
foreach (str_split($bytes) as $byte) {
    show($decoder->push($byte));
}
var_dump($decoder->pendingBytes());
?>
--EXPECT--
text Hello 5
text Hello, compressed wo 1250
text Hello, compressed wo 1250
binary Hello, compressed wo 1250
text  0
text not compressed 14
byte by byte, a ping between the fragments
Ping ping
text Hello, compressed wo 1250
int(0)
