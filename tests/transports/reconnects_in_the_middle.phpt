--TEST--
A client that is cut off again and again, by either transport in turn, gets everything once and in order
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

mt_srand(4711);
$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$opened) {
    $opened = $conn;
    echo "opened\n";
}, close: fn() => print "closed\n");
$address = serve($server);
$client = new PollClient($server, $address);
$token = $client->token;
$client->close();
$sent = 0;
$seen = [];
$last = 0;
for ($round = 0; $round < 150; $round++) {
    foreach (range(0, mt_rand(0, 3)) as $_) {
        $sent++;
        mt_rand(0, 3) ? $opened->send("message $sent") : $opened->sendBinary("message $sent");
    }
    $client = new Client($server, $address);
    $stream = mt_rand(0, 1);
    $client->write($stream
        ? "GET / HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\nLast-Event-ID: $token.$last\r\n\r\n"
        : "GET /?cursor=$token.$last&wait=0 HTTP/1.1\r\nHost: test\r\n\r\n");
    if (mt_rand(0, 2) === 0) {
        settle($server, mt_rand(0, 3));
        $client->close(); /* what it was sent is lost */
        settle($server, mt_rand(0, 2));
        continue;
    }
    $sent++;
    $opened->send("message $sent");
    $client->wait(fn() => str_contains($client->received, "message $sent") && str_ends_with($client->received, $stream ? "\n\n" : ']}'));
    if ($stream) {
        preg_match_all('/^id: \S+\.(\d+)\n(event: binary\n)?data: (.*)\n\n/m', $client->received, $events, PREG_SET_ORDER);
        $new = array_map(fn($event) => [(int) $event[1], $event[2] ? base64_decode($event[3]) : $event[3]], $events);
    } else {
        $messages = json_decode(body($client->received), true)['messages'];
        $new = array_map(fn($m) => [(int) substr($m['id'], 23), $m['data'] ?? base64_decode($m['binary'])], $messages);
    }
    $count = mt_rand(1, count($new) + 1); /* or it is cut in the middle */
    foreach (array_slice($new, 0, $count) as [$number, $text]) {
        $seen[] = $text;
        $last = $number;
    }
    $client->close();
    settle($server, mt_rand(0, 3));
}
$opened->send('message ' . ++$sent);
$rest = json_decode(body((new HttpClient($server, $address))->get("/?cursor=$token.$last")), true);
foreach ($rest['messages'] as $message) {
    $seen[] = $message['data'] ?? base64_decode($message['binary']);
}
var_dump($sent > 300, $seen === array_map(fn($n) => "message $n", range(1, $sent)));
--EXPECT--
opened
bool(true)
bool(true)
