--TEST--
A conversation over compressed polls: long messages are small, short ones are not, and neither is the token
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
$conns = [];
$server->handle('/chat', open: function ($conn) use (&$conns) {
    $conns[] = $conn->subscribe('room');
});
$address = serve($server);

/** Asks and answers: the messages' texts, and how the answer came. */
function poll(HttpClient $client, string &$cursor, bool $gzip): array
{
    $response = $client->get("/chat?cursor=$cursor&wait=20", $gzip ? ['Accept-Encoding' => 'gzip'] : []);
    $answer = json_decode(inflated_body($response), true);
    $cursor = $answer['cursor'];
    $texts = array_map(fn($message) => $message['data'] ?? base64_decode($message['binary']), $answer['messages']);
    return [$texts, str_contains($response, 'Content-Encoding') ? 'gzip' : 'plain', strlen(body($response)), $answer['closed'] ?? null, $response];
}

foreach ([true, false] as $i => $gzip) {
    $clients[$i] = new HttpClient($server, $address);
    $answer = $clients[$i]->get('/chat', $gzip ? ['Accept-Encoding' => 'gzip'] : []);
    $cursors[$i] = json_decode(body($answer), true)['cursor'];
    echo 'the first answer: ', preg_replace('/Content-Length: \d+/', 'N', coding($answer)), "\n";
}
foreach ([
    'short' => [['short'], []],
    'many short' => [['short'], array_map(fn($i) => "short $i", range(1, 30))],
    'long' => [[text(1)], []],
    'long ones' => [['short', text(2), text(3), 'short'], [text(4), noise(500), 'short', text(5)]],
] as $name => [$own, $shared]) {
    $sizes = [];
    foreach ([true, false] as $i => $gzip) {
        foreach ($own as $text) {
            $conns[$i]->send($text);
        }
    }
    foreach ($shared as $text) {
        $server->channel('room')->publish($text);
    }
    foreach ([true, false] as $i => $gzip) {
        [$texts, $coding, $sizes[], , $raw] = poll($clients[$i], $cursors[$i], $gzip);
        $i === 0 && $coding === 'gzip' && !str_contains($raw, substr($cursors[0], 0, 22)) && print "where is the token?\n";
        echo "$name: $coding, ", $texts === [...$own, ...$shared] ? "the same\n" : "something else\n";
    }
    echo $sizes[0] < $sizes[1] / 2 ? "small\n" : "large\n";
}
foreach ($conns as $conn) {
    $conn->send(text(6));
    $conn->close(4000, 'bye');
}
foreach ([true, false] as $i => $gzip) {
    [$texts, $coding, $size, $closed] = poll($clients[$i], $cursors[$i], $gzip);
    echo $coding, ' ', $texts === [text(6)] ? 'the same, ' : 'something else, ', json_encode($closed), "\n";
}
?>
--EXPECT--
the first answer: N; Vary: Accept-Encoding
the first answer: N; Vary: Accept-Encoding
short: plain, the same
short: plain, the same
large
many short: plain, the same
many short: plain, the same
large
long: gzip, the same
long: plain, the same
small
long ones: gzip, the same
long ones: plain, the same
small
gzip the same, {"code":4000,"reason":"bye"}
plain the same, {"code":4000,"reason":"bye"}
