--TEST--
A Decoder refuses RSV1 where it means nothing, what cannot be inflated, and what is too large then
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

use RtComm\ProtocolException;
use RtComm\WebSocket\{Decoder, Deflate, Role};

function attempt(string $what, string $bytes, ?Decoder $decoder = null): void
{
    $decoder ??= new Decoder(maxMessageSize: 1000, deflate: Deflate::negotiate('permessage-deflate'));
    for ($i = 0; $i < 2; $i++) {
        try {
            $events = $decoder->push($bytes);
            echo "$what: ", count($events), " events\n";
        } catch (ProtocolException $error) {
            echo "$what: $error->closeCode ", $error->getMessage(), ' after ', count($error->events), "\n";
        }
    }
}

attempt('not negotiated', compressed_frames('Hello'), new Decoder());
attempt('control frame', client_frame('', 9, rsv: 4));
attempt('continuation', client_frame('Hello', 1, false) . client_frame('x', 0, rsv: 4));
attempt('other bits', client_frame('Hello', 1, rsv: 2));
attempt('malformed', client_frame('ok', 1) . client_frame("\xff\xff\xff", 1, rsv: 4));
attempt('not UTF-8', compressed_frames("\xc3\x28"));
attempt('too large', compressed_frames(str_repeat('a', 1001)));
try {
    new Decoder(Role::Server, deflate: Deflate::negotiate('permessage-deflate'));
} catch (ValueError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
not negotiated: 1002 reserved bits are set after 0
not negotiated: 1002 reserved bits are set after 0
control frame: 1002 reserved bits are set after 0
control frame: 1002 reserved bits are set after 0
continuation: 1002 reserved bits are set after 0
continuation: 1002 reserved bits are set after 0
other bits: 1002 reserved bits are set after 0
other bits: 1002 reserved bits are set after 0
malformed: 1007 compressed data is malformed after 1
malformed: 1007 compressed data is malformed after 0
not UTF-8: 1007 text is not UTF-8 after 0
not UTF-8: 1007 text is not UTF-8 after 0
too large: 1009 message is too big after 0
too large: 1009 message is too big after 0
RtComm\WebSocket\Decoder::__construct(): Argument #4 ($deflate) must be null for what servers send: it is a server's
