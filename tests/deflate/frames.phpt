--TEST--
How compressed messages may be put in frames and blocks (RFC 7692 6, 7.2), and how not
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

$server = echoing(['minSize' => 0]);
$address = serve($server);

/* What the server answers to frames of [payload, opcode, FIN, RSV]. */
function attempt(string $what, array ...$frames): void
{
    global $server, $address;
    $client = new DeflateClient($server, $address);
    foreach ($frames as $frame) {
        $client->write(client_frame(...$frame));
    }
    $client->sendPlain('still here');
    for ($heard = []; ($text = $client->text()) !== '(end)' && $text !== 'still here';) {
        $heard[] = addcslashes($text, "\x80..\xff");
    }
    echo "$what: ", implode(', ', $heard), "\n";
}

$hello = "\xf2\x48\xcd\xc9\xc9\x07\x00";
[$hel, $lo] = [substr($hello, 0, 3), substr($hello, 3)];

attempt('one frame', [$hello, 1, true, 4]);
attempt('binary', [$hello, 2, true, 4]);
attempt('two frames', [$hel, 1, false, 4], [$lo, 0]);
attempt('an empty first frame', ['', 1, false, 4], [$hello, 0]);
attempt('empty frames between and last', [$hel, 1, false, 4], ['', 0, false], [$lo, 0, false], ['', 0]);
attempt('control frames between', [$hel, 1, false, 4], ['', 10], ['now', 9], [$lo, 0]);
attempt('in context, a plain message between', [$hello, 1, true, 4], ['plain', 1], ["\xf2\x00\x11\x00\x00", 1, true, 4]);
attempt('in context, a plain message in frames between', [$hello, 1, true, 4], ['pla', 1, false], ['in', 0],
    ["\xf2\x00\x11\x00\x00", 1, true, 4]);
attempt('a stored block', ["\x00\x05\x00\xfa\xffHello\x00", 1, true, 4]);
attempt('two blocks', ["\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00", 1, true, 4]);
attempt('a last block', ["\xf3\x48\xcd\xc9\xc9\x07\x00\x00", 1, true, 4]);
attempt('a last block, then in context', ["\xf3\x48\xcd\xc9\xc9\x07\x00\x00", 1, true, 4], ["\xf2\x00\x11\x00\x00", 1, true, 4]);
attempt('empty', ["\x00", 1, true, 4], ["\x02\x00", 1, true, 4], ['', 1, true, 4]);
attempt('nothing but frames without a payload', ['', 1, false, 4], ['', 0]);
attempt('a flush that was not taken off', ["$hello\x00\x00\xff\xff", 1, true, 4]);
attempt('bytes behind a last block', ["\xf3\x48\xcd\xc9\xc9\x07\x00\x07", 1, true, 4]);
attempt('a block that does not end', [substr($hello, 0, -2), 1, true, 4]);
attempt('a reference to nothing', ["\xf2\x00\x11\x00\x00", 1, true, 4]);
attempt('half a character', [substr(gzdeflate_sync("\xc3"), 0, -4), 1, true, 4]);
attempt('half a character, binary', [substr(gzdeflate_sync("\xc3"), 0, -4), 2, true, 4]);
foreach ([8 => 'close', 9 => 'ping', 10 => 'pong'] as $opcode => $name) {
    attempt("a compressed $name", [$hello, $opcode, true, 4]);
    attempt("a compressed $name between", [$hel, 1, false, 4], ['', $opcode, true, 4], [$lo, 0]);
}
attempt('RSV1 later', [$hel, 1, false, 4], [$lo, 0, true, 4]);
attempt('RSV1 only later', ['He', 1, false], ['llo', 0, true, 4]);
attempt('other bits as well', [$hello, 1, true, 6], [$hello, 1, true, 5]);
?>
--EXPECT--
one frame: Hello
binary: Hello
two frames: Hello
an empty first frame: Hello
empty frames between and last: Hello
control frames between: (Pong), Hello
in context, a plain message between: Hello, plain, Hello
in context, a plain message in frames between: Hello, plain, Hello
a stored block: Hello
two blocks: Hello
a last block: Hello
a last block, then in context: Hello, Hello
empty: , , 
nothing but frames without a payload: 
a flush that was not taken off: (close 1007 compressed data is malformed)
bytes behind a last block: (close 1007 compressed data is malformed)
a block that does not end: (close 1007 compressed data is malformed)
a reference to nothing: (close 1007 compressed data is malformed)
half a character: (close 1007 text is not UTF-8)
half a character, binary: \303
a compressed close: (close 1002 reserved bits are set)
a compressed close between: (close 1002 reserved bits are set)
a compressed ping: (close 1002 reserved bits are set)
a compressed ping between: (close 1002 reserved bits are set)
a compressed pong: (close 1002 reserved bits are set)
a compressed pong between: (close 1002 reserved bits are set)
RSV1 later: (close 1002 reserved bits are set)
RSV1 only later: (close 1002 reserved bits are set)
other bits as well: (close 1002 reserved bits are set)
