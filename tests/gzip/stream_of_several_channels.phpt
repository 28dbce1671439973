--TEST--
A compressed stream of several channels: history, gap and Last-Event-ID are those of a plain one
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/gzip.inc';
skip_without_deflate();
?>
--FILE--
<?php
require __DIR__ . '/gzip.inc';

$server = new RtComm\Server(null, ['deflate' => ['minSize' => 300]], new RtComm\Loop());
$server->channels('*', history: 5)->feed('/feed');
$address = serve($server);
$channels = [$server->channel('a'), $server->channel('b'), $server->channel('c')];

/** Both must say the same, in as many blocks. */
function compare(GzipStream $coded, GzipStream $plain, int $blocks): string
{
    $id = '';
    for ($i = 0; $i < $blocks; $i++) {
        $expected = preg_replace('/^retry: \d+/', 'retry: N', $plain->block());
        $block = preg_replace('/^retry: \d+/', 'retry: N', $coded->block());
        preg_match('/^id: (.*)$/m', $block, $found);
        $id = $found[1] ?? $id;
        if ($block !== $expected) {
            echo "not the same: $block$expected";
        }
    }
    printf("%d blocks, %s\n", $blocks, $coded->size < $plain->size / 3 ? 'small' : 'large');
    return $id;
}

foreach (range(1, 4) as $i) {
    foreach ($channels as $channel) {
        $channel->publish(text($i, 600));
    }
}
$target = '/feed?channel=a&channel=b&channel=c';
$coded = new GzipStream($server, $address, "$target&history=10");
$plain = new GzipStream($server, $address, "$target&history=10", ['Accept-Encoding' => null]);
$id = compare($coded, $plain, 13);
foreach ($channels as $channel) {
    $channel->publish(text(5, 600));
    $channel->publish('short', 'name');
}
$id = compare($coded, $plain, 6);
$coded->close();
$plain->close();
foreach (range(1, 8) as $i) {
    $channels[1]->publish(text($i, 600));
}
$again = ['Last-Event-ID' => $id];
compare(new GzipStream($server, $address, $target, $again),
    new GzipStream($server, $address, $target, $again + ['Accept-Encoding' => null]), 7);
?>
--EXPECT--
13 blocks, small
6 blocks, small
7 blocks, small
