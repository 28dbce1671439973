--TEST--
Messages that nobody fetches: sendBufferLimit and overflow decide, as for a WebSocket that does not read
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

use RtComm\Overflow;

$server = new RtComm\Server();
foreach (['close' => Overflow::Close, 'newest' => Overflow::DropNewest, 'oldest' => Overflow::DropOldest] as $name => $overflow) {
    $server->handle("/$name", open: function ($conn) use (&$opened) {
        $opened = $conn;
    }, close: fn($conn, $info) => print 'onClose ' . describe($info) . "\n", options: ['sendBufferLimit' => 1000, 'overflow' => $overflow]);
}
$address = serve($server);
foreach (['close', 'newest', 'oldest'] as $name) {
    echo "$name\n";
    $client = new PollClient($server, $address, "/$name");
    $before = $server->stats()['dropped'];
    $statuses = [];
    foreach (range(1, 6) as $n) {
        $statuses[] = $opened->send($n . str_repeat('.', 250))->name;
    }
    echo implode(' ', $statuses), ' ', $server->stats()['dropped'] - $before, " dropped\n";
    var_dump($opened->bufferedBytes() <= 1000);
    $answer = json_decode(body($client->ask()->response()), true);
    echo json_encode($answer['closed'] ?? null), ' ', implode(' ', array_map(fn($m) => substr($m['id'], 22) . ' ' . substr($m['data'], 0, 1), $answer['messages'])), "\n";
    settle($server);
    echo "larger than the limit, alone: ", $opened->send(str_repeat('x', 5000))->name, "\n";
    if ($opened->isOpen()) {
        $answer = json_decode(body($client->ask(25, $answer['cursor'])->response()), true);
        echo strlen($answer['messages'][0]['data']), "\n";
    }
}
--EXPECT--
close
Queued Queued Queued Closed Closed Closed 0 dropped
bool(true)
onClose 1013 slow consumer, clean
{"code":1013,"reason":"slow consumer"} 
larger than the limit, alone: Closed
newest
Queued Queued Queued Dropped Dropped Dropped 3 dropped
bool(true)
null .1 1 .2 2 .3 3
larger than the limit, alone: Queued
5000
oldest
Queued Queued Queued Queued Queued Queued 3 dropped
bool(true)
null .1 4 .2 5 .3 6
larger than the limit, alone: Queued
5000
