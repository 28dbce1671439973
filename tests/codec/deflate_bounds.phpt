--TEST--
What a few bytes would become is never made beyond the limit
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/deflate.inc';
skip_without_deflate();
?>
--INI--
memory_limit=32M
--FILE--
<?php
require __DIR__ . '/deflate.inc';

use RtComm\ProtocolException;
use RtComm\WebSocket\Deflate;

function attempt(callable $do): void
{
    try {
        echo strlen($do()), "\n";
    } catch (ProtocolException $error) {
        echo $error->closeCode, ' ', $error->getMessage(), "\n";
    }
}

$context = deflate_init(ZLIB_ENCODING_RAW, ['level' => 9]);
$zeros = str_repeat("\0", 1 << 20);
for ($bomb = '', $i = 0; $i < 256; $i++) {
    $bomb .= deflate_add($context, $zeros, $i < 255 ? ZLIB_NO_FLUSH : ZLIB_SYNC_FLUSH);
}
$bomb = substr($bomb, 0, -4);
echo strlen($bomb) < 300000 ? "" : "no bomb\n";
$status = file_get_contents('/proc/self/status') ?: '';
$before = preg_match('/VmHWM:\s+(\d+)/', $status, $match) ? (int) $match[1] : 0;
$server = Deflate::negotiate('permessage-deflate');
attempt(fn() => $server->decompress($bomb, 1 << 20));
$status = file_get_contents('/proc/self/status') ?: '';
$after = preg_match('/VmHWM:\s+(\d+)/', $status, $match) ? (int) $match[1] : 0;
/* Sanitizers keep freed memory for a while. */
echo $after - $before < 8 * 1024 ? "little memory\n" : ($after - $before) . " KiB\n";

echo "after a fault nothing counts any more\n";
attempt(fn() => $server->decompress("\0", 10));

$exact = substr(gzdeflate_sync(str_repeat('a', 5000)), 0, -4);
foreach ([5001, 5000, 4999, 0] as $limit) {
    attempt(fn() => Deflate::negotiate('permessage-deflate')->decompress($exact, $limit));
}
attempt(fn() => Deflate::negotiate('permessage-deflate')->decompress("\xff\xff", 10));
/* Blocks that are marked as last, each followed by another one. */
foreach ([64, 65, 590000] as $count) {
    attempt(fn() => Deflate::negotiate('permessage-deflate')->decompress(str_repeat("\x03\0", $count) . "\0", 10));
}
attempt(fn() => Deflate::negotiate('permessage-deflate')->decompress("\xf2\x00\x11\x00\x00", 10));
?>
--EXPECT--
1009 message is too big
little memory
after a fault nothing counts any more
1009 message is too big
5000
5000
1009 message is too big
1009 message is too big
1007 compressed data is malformed
0
1007 compressed data is malformed
1007 compressed data is malformed
1007 compressed data is malformed
