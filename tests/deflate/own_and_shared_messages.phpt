--TEST--
Messages to one connection refer to those before them, publications stand alone, in any order
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

$server = echoing(['minSize' => 100]);
$address = serve($server);
$clients = [];
foreach (['permessage-deflate', 'permessage-deflate; server_no_context_takeover', 'permessage-deflate; server_max_window_bits=9'] as $offer) {
    $clients[] = new DeflateClient($server, $address, '/', $offer);
}
$plain = new WebSocketClient($server, $address);
$client = $clients[0];
$sizes = [];
for ($i = 0; $i < 3; $i++) {
    $client->send(text(7));
    echo $client->text() === text(7) ? '' : "not echoed\n";
    $sizes[] = $client->size;
}
echo $sizes[1] < $sizes[0] / 2 && $sizes[2] < $sizes[0] / 2 ? "smaller with what was said\n" : "not smaller\n";

mt_srand(3);
for ($i = 0; $i < 200; $i++) {
    $text = text(mt_rand(0, 5), mt_rand(0, 3000));
    if (mt_rand(0, 1)) {
        $server->channel('all')->publish($text);
        foreach ([...$clients, $plain] as $n => $each) {
            echo $each->text() === $text ? '' : "publication $i is wrong at $n\n";
            echo $each === $plain || $each->compressed === strlen($text) >= 100 ? '' : "$i: compressed?\n";
        }
    } else {
        $one = $clients[mt_rand(0, 2)]->send($text, mt_rand(1, 3));
        echo $one->text() === $text ? '' : "message $i is wrong\n";
    }
}
echo "done\n";
?>
--EXPECT--
smaller with what was said
done
