--TEST--
What is smaller than minSize, or gets no smaller, goes out as it is
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

mt_srand(1);
$noise = base64_encode(implode('', array_map(fn() => chr(mt_rand(0, 255)), range(1, 3000))));
$random = '';
while (strlen($random) < 3000) {
    $random .= chr(mt_rand(0, 255));
}
$server = new RtComm\Server(null, ['deflate' => true], new RtComm\Loop());
$server->handle('/', open: fn($conn) => $conn->subscribe('all'), message: function ($conn, $data) use ($random) {
    match ($data) {
        'small' => $conn->send(str_repeat('a', 859)),
        'large' => $conn->send(str_repeat('a', 860)),
        'random' => $conn->sendBinary($random),
    };
});
$client = new DeflateClient($server, serve($server));
foreach (['small', 'large', 'random', 'large'] as $word) {
    $client->send($word);
    echo $word, ' ', strlen($client->text()), $client->compressed ? ' compressed' : ' plain', "\n";
}
$server->channel('all')->publish($random, binary: true);
echo 'publication ', strlen($client->text()), $client->compressed ? ' compressed' : ' plain', "\n";
$server->channel('all')->publish($noise);
echo 'publication ', $client->text() === $noise ? 'good' : 'bad', $client->compressed ? ' compressed' : ' plain', "\n";
?>
--EXPECT--
small 859 plain
large 860 compressed
random 3000 plain
large 860 compressed
publication 3000 plain
publication good compressed
