--TEST--
What cannot be made smaller is taken up to maxMessageSize, though it is larger when it is compressed
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

$server = echoing(['minSize' => 0], ['maxMessageSize' => 5000, 'maxFrameSize' => 5000]);
$address = serve($server);
foreach ([5000, 5001] as $size) {
    foreach ([1, 3] as $fragments) {
        $client = new DeflateClient($server, $address);
        $message = random_bytes($size);
        $text = $client->send($message, $fragments, 2)->text();
        echo "$size in $fragments: ", $text === $message ? 'taken' : $text, "\n";
    }
}
?>
--EXPECT--
5000 in 1: taken
5000 in 3: taken
5001 in 1: (close 1009 message is too big)
5001 in 3: (close 1009 message is too big)
