--TEST--
byteRate: a WebSocket that sends faster is read more slowly; nothing is lost, and its silence is not taken for death
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, [
    'byteRate' => ['rate' => 200000, 'burst' => 20000],
    'heartbeat' => 0.05,
    'pongTimeout' => 0.05,
]);
$hash = hash_init('md5');
$count = 0;
$server->handle('/', message: function ($conn, $data) use ($hash, &$count) {
    hash_update($hash, $data);
    $count++;
}, close: fn($conn, $info) => print describe($info) . "\n");
$address = serve($server);
$client = new WebSocketClient($server, $address);
$start = microtime(true);
$expected = hash_init('md5');
for ($i = 0; $i < 100; $i++) {
    $data = str_repeat(chr(97 + $i % 26), 2000 + $i);
    hash_update($expected, $data);
    $client->send($data);
}
$client->sendClose();
until($server, fn() => $server->stats()['connections'] === 0);
$took = microtime(true) - $start;
var_dump($count, hash_final($hash) === hash_final($expected), $took > 0.8);

echo "another one is not slowed by it\n";
$flood = new WebSocketClient($server, $address);
$flood->send(str_repeat('x', 150000));
settle($server);
$client = new WebSocketClient($server, $address);
$client->sync();
var_dump($count === 100);
--EXPECT--
1000, clean, by peer
int(100)
bool(true)
bool(true)
another one is not slowed by it
bool(true)
