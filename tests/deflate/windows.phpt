--TEST--
Windows of each size are agreed on and kept to by both ends, with contexts and without
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
$noise = random_bytes(20000);
for ($bits = 8; $bits <= 15; $bits++) {
    foreach (['', '; server_no_context_takeover; client_no_context_takeover'] as $contexts) {
        $windows = "; server_max_window_bits=$bits; client_max_window_bits=$bits";
        $client = new DeflateClient($server, $address, '/', 'permessage-deflate' . $contexts . $windows);
        $client->piece = 1;
        $named = $bits < 15 ? $windows : '; server_max_window_bits=15';
        echo $client->extension === 'permessage-deflate' . $contexts . $named ? '' : "$client->extension\n";
        $good = 0;
        /* What repeats is just inside of a window, or just not, in one message or in two. */
        foreach ([100, 249, 250, 251, 255, 256, 257, 512, 1023, 1024, 4096, 16383] as $distance) {
            $piece = substr($noise, 0, $distance);
            foreach ([$piece . substr($piece, 0, 90), $piece, $piece, bin2hex($piece)] as $message) {
                $good += $client->send($message, 1, 2)->text() === $message;
            }
        }
        echo "$bits bits", $contexts === '' ? '' : ' without contexts', ": $good\n";
    }
}
?>
--EXPECT--
8 bits: 48
8 bits without contexts: 48
9 bits: 48
9 bits without contexts: 48
10 bits: 48
10 bits without contexts: 48
11 bits: 48
11 bits without contexts: 48
12 bits: 48
12 bits without contexts: 48
13 bits: 48
13 bits without contexts: 48
14 bits: 48
14 bits without contexts: 48
15 bits: 48
15 bits without contexts: 48
