--TEST--
A conversation over a compressed stream: own and shared messages, pings, heartbeats, and a close
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

$server = new RtComm\Server(null, ['deflate' => ['minSize' => 300], 'heartbeat' => 0.05], new RtComm\Loop());
$conns = [];
$server->handle('/chat', open: function ($conn) use (&$conns) {
    $conns[] = $conn->subscribe('room');
}, message: fn($conn, $data) => $conn->send($data));
$address = serve($server);
$clients = [];
foreach (range(0, 2) as $i) {
    $clients[$i] = new GzipStream($server, $address, '/chat', $i === 2 ? ['Accept-Encoding' => null] : []);
    preg_match('/"session":"(.*?)"/', $clients[$i]->data(), $found);
    $tokens[$i] = $found[1];
}
foreach ($clients as $i => $client) {
    $conns[$i]->send(text($i));
    $conns[$i]->send("short $i");
    $conns[$i]->sendBinary(noise(400));
    $conns[$i]->ping('are you there');
}
$server->channel('room')->publish(text(7, 5000));
$server->channel('room')->publish('short');
foreach ($clients as $i => $client) {
    $blocks = '';
    while (!str_contains($blocks, "data: short\n")) {
        $blocks .= $client->block();
    }
    $blocks = preg_replace('/^:\n\n/m', '', str_replace($tokens[$i], 'TOKEN', $blocks));
    $binary = base64_encode(noise(400));
    $text = fn($i, $length = 1000) => text($i, $length);
    echo $blocks === ": are you there\n\nid: TOKEN.1\ndata: {$text($i)}\n\nid: TOKEN.2\ndata: short $i\n\nid: TOKEN.3\nevent: binary\ndata: $binary\n\n"
        . "id: TOKEN.4\ndata: {$text(7, 5000)}\n\nid: TOKEN.5\ndata: short\n\n" ? 'the same, ' : $blocks;
    echo $client->size < 4000 ? "small\n" : "large\n";
}
foreach ($clients as $client) {
    while ($client->block() !== ":\n\n");
}
echo "heartbeats\n";
$conns[0]->close(4000, 'bye');
$server->stop(5.0);
foreach ($clients as $client) {
    while (!str_starts_with($block = $client->block(), 'event: close') && !str_starts_with($block, 'retry: '));
    preg_match('/^data: .*$/m', $block, $found);
    echo $found[0], ' ';
    echo $client->block() === "(end)\n" && $client->complete ? "complete\n" : "not compressed\n";
}
?>
--EXPECT--
the same, small
the same, small
the same, large
heartbeats
data: {"code":4000,"reason":"bye"} complete
data: {"code":1001,"reason":""} complete
data: {"code":1001,"reason":""} not compressed
