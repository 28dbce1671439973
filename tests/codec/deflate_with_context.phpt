--TEST--
With context each message refers to those before it, in both directions
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

use RtComm\WebSocket\Deflate;

$text = '{"user":"alice","text":"a message like many others"}';
foreach (['permessage-deflate', 'permessage-deflate; server_no_context_takeover; client_no_context_takeover'] as $offer) {
    $server = Deflate::negotiate($offer);
    $inflate = inflate_init(ZLIB_ENCODING_RAW);
    $deflate = deflate_init(ZLIB_ENCODING_RAW);
    $sizes = [];
    for ($i = 0; $i < 3; $i++) {
        $data = $server->compress("$text $i");
        $sizes[] = strlen($data);
        var_dump(client_inflate($data, $inflate) === "$text $i");
        $takeover = str_contains($offer, 'no_context') ? null : $deflate;
        $sent = substr(gzdeflate_sync("$text $i", $takeover), 0, -4);
        var_dump($server->decompress($sent, 1000) === "$text $i");
    }
    echo $sizes[1] < $sizes[0] / 2 ? "smaller the second time\n" : "as large the second time\n";
}
$server = Deflate::negotiate('permessage-deflate');
var_dump(bin2hex($server->compress('')), $server->decompress("\0", 10), $server->decompress('', 10));
var_dump(bin2hex(Deflate::negotiate('permessage-deflate')->compress('Hello')));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
smaller the second time
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
as large the second time
string(2) "00"
string(0) ""
string(0) ""
string(14) "f248cdc9c90700"
