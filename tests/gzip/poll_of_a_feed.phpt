--TEST--
A poll's answer is sent as gzip to a client that takes it, when it is worth it: one long message, or many short ones
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

$server = new RtComm\Server(null, ['deflate' => ['minSize' => 500]], new RtComm\Loop());
$server->channels('*', history: 100)->feed('/feed/{channel}');
$address = serve($server);
foreach ([
    'long' => [text(1)],
    'longs' => [text(1), text(2), 'short', text(3)],
    'short' => ['short', 'short'],
    'shorts' => array_map(fn($i) => text($i, 100), range(1, 50)),
    'noise' => [noise(1000)],
    'much noise' => [noise(70000), noise(70000)],
] as $name => $texts) {
    $channel = $server->channel($name);
    foreach ($texts as $text) {
        $channel->publish($text);
    }
    $client = new HttpClient($server, $address);
    $target = '/feed/' . rawurlencode($name) . '?history=100&wait=0';
    $plain = $client->get($target);
    $coded = $client->get($target, ['Accept-Encoding' => 'gzip, deflate, br']);
    $length = strlen(body($coded));
    echo "$name: ", preg_replace('/Content-Length: \d+/', 'N', coding($plain)), ' | ', preg_replace('/Content-Length: \d+/', 'N', coding($coded)), ', ';
    echo $length < strlen(body($plain)) / 2 ? 'small' : 'large', ', ';
    echo inflated_body($coded) === body($plain) ? "the same\n" : "something else\n";
    echo array_column(json_decode(body($plain), true)['messages'], 'data') === $texts ? '' : "other texts\n";
}
?>
--EXPECT--
long: N; Vary: Accept-Encoding | N; Vary: Accept-Encoding; Content-Encoding: gzip, small, the same
longs: N; Vary: Accept-Encoding | N; Vary: Accept-Encoding; Content-Encoding: gzip, small, the same
short: N; Vary: Accept-Encoding | N; Vary: Accept-Encoding, large, the same
shorts: N; Vary: Accept-Encoding | N; Vary: Accept-Encoding; Content-Encoding: gzip, small, the same
noise: N; Vary: Accept-Encoding | N; Vary: Accept-Encoding; Content-Encoding: gzip, large, the same
much noise: N; Vary: Accept-Encoding | N; Vary: Accept-Encoding; Content-Encoding: gzip, large, the same
