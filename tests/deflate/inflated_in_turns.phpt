--TEST--
Whoever has many messages inflated at once has it done one after the other, and others have their turn between
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

const MESSAGES = 60;
const SIZE = 256 * 1024;

$order = '';
$other = null;
$server = new RtComm\Server(null, ['deflate' => true], new RtComm\Loop());
$server->handle('/', message: function ($conn, $data, $binary) use (&$order, &$other) {
    if (!$binary) {
        $order .= 'o';
        return;
    }
    if ($data !== str_repeat(chr(substr_count($order, 'g')), SIZE)) {
        die("a message is wrong\n");
    }
    $order .= 'g';
    if ($order === 'g') {
        $other->sendPlain('now'); // it is ready to be read while the greedy one's messages wait
    }
});
$address = serve($server);

/* All of them in one read, in one context. */
$burst = function (DeflateClient $client) {
    $context = deflate_init(ZLIB_ENCODING_RAW);
    $bytes = '';
    for ($i = 0; $i < MESSAGES; $i++) {
        $bytes .= client_frame(substr(gzdeflate_sync(str_repeat(chr($i), SIZE), $context), 0, -4), 2, true, 4);
    }
    echo strlen($bytes) < 65536 ? "a few bytes\n" : "many bytes\n";
    return $client->write($bytes);
};

$other = new DeflateClient($server, $address);
$greedy = $burst(new DeflateClient($server, $address));
until($server, fn() => $server->stats()['messagesIn'] === MESSAGES + 1);
echo strpos($order, 'o') < 15 ? "the other comes after a few of them\n" : "$order\n";

$order = '-';
$ended = $burst(new DeflateClient($server, $address))->finish();
until($server, fn() => $server->stats()['messagesIn'] === 2 * MESSAGES + 1);
echo "a client that ends its side is heard out\n";
until($server, fn() => $server->stats()['open'] === 2);
echo "and closed\n";
?>
--EXPECT--
a few bytes
the other comes after a few of them
a few bytes
a client that ends its side is heard out
and closed
