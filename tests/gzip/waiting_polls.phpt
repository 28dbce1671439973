--TEST--
Polls that wait for one publication all have the same piece in their answers
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

$server = new RtComm\Server(null, ['deflate' => true], new RtComm\Loop());
$server->feed('/feed');
$address = serve($server);
$channel = $server->channel('news');
$cursor = $channel->cursor();
$other = $server->channel('other')->cursor();
$clients = [];
foreach (["channel=news&cursor=$cursor", "channel=news&channel=other&cursor=$cursor,$other"] as $query) {
    foreach (['gzip', 'br;q=1.0, gzip;q=0.8', 'identity'] as $coding) {
        $clients[] = (new HttpClient($server, $address))->write("GET /feed?$query HTTP/1.1\r\nHost: test\r\nAccept-Encoding: $coding\r\n\r\n");
    }
}
settle($server);
$channel->publish(text(1, 3000));
$bodies = [];
foreach ($clients as $client) {
    $response = $client->response();
    echo preg_replace('/Content-Length: \d+/', 'N', coding($response)), ', ';
    echo json_decode(inflated_body($response))->messages[0]->data === text(1, 3000) ? "the same\n" : "something else\n";
    str_contains($response, 'Content-Encoding') && $bodies[] = body($response);
}
/* Stored in front and behind, with 5 bytes each; 10 bytes at each end. */
$tail = strlen('],"gap":false}') + 5 + 10;
$pieces = array_map(fn($body) => substr($body, strrpos(substr($body, 0, -$tail), '":[') + 3, -$tail), $bodies);
echo count(array_unique($pieces)), ' piece, ', strlen($pieces[0]) < 300 ? 'small' : 'large', "\n";
?>
--EXPECT--
N; Vary: Accept-Encoding; Content-Encoding: gzip, the same
N; Vary: Accept-Encoding; Content-Encoding: gzip, the same
N; Vary: Accept-Encoding, the same
N; Vary: Accept-Encoding; Content-Encoding: gzip, the same
N; Vary: Accept-Encoding; Content-Encoding: gzip, the same
N; Vary: Accept-Encoding, the same
1 piece, small
