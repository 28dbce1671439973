--TEST--
Each window, down to 8 bits, is kept to, as zlib's inflater of that window shows
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

mt_srand(7);
$noise = '';
for ($i = 0; $i < 40000; $i++) {
    $noise .= chr(mt_rand(0, 255));
}
for ($bits = 8; $bits <= 15; $bits++) {
    $server = Deflate::negotiate("permessage-deflate; server_max_window_bits=$bits");
    $client = inflate_init(ZLIB_ENCODING_RAW, ['window' => $bits]);
    $good = true;
    foreach ([100, 250, 256, 257, 512, 1000, 5000, 30000] as $distance) {
        $message = substr($noise, 0, $distance) . substr($noise, 0, 200);
        $good = $good && client_inflate($server->compress($message), $client, 1) === $message;
    }
    echo $bits, ' ', $good ? 'good' : 'BAD', "\n";
}
?>
--EXPECT--
8 good
9 good
10 good
11 good
12 good
13 good
14 good
15 good
