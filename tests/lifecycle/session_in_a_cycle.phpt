--TEST--
A session that has ended is collected though its connection refers to itself; an open one stays
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$refs) {
    $conn->self = $conn;
    $conn->data = [$conn, fn() => $conn];
    $refs[] = WeakReference::create($conn);
});
$address = serve($server);
$stream = new StreamClient($server, $address);
$stream->text();
$poll = new PollClient($server, $address);
gc_collect_cycles();
echo json_encode(array_map(fn($ref) => $ref->get() !== null, $refs)), "\n";
foreach ([$stream, $poll] as $client) {
    (new HttpClient($server, $address))->request('DELETE', "/?session=$client->token");
    settle($server);
    gc_collect_cycles();
    echo json_encode(array_map(fn($ref) => $ref->get() !== null, $refs)), "\n";
}
--EXPECT--
[true,true]
[false,true]
[false,false]
