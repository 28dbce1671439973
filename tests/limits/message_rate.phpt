--TEST--
messageRate: a WebSocket with more messages or pings is closed with 1008; other connections are not touched
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\WebSocket\Opcode;

$server = new RtComm\Server(null, ['messageRate' => ['rate' => 0.01, 'burst' => 5]]);
$got = new ArrayObject();
$log = logs($server);
$server->handle('/', message: fn($conn, $data) => $got[] = $data, close: fn($conn, $info) => print describe($info) . "\n");
$server->handle('/free', message: fn($conn, $data) => $got[] = $data, options: ['messageRate' => 0]);
$address = serve($server);

echo "messages\n";
$client = new WebSocketClient($server, $address);
for ($i = 0; $i < 8; $i++) {
    $client->send("m$i");
}
echo $client->text(), "\n";
$client->sendClose(1008);
$client->all();
echo implode(' ', (array) $got), "\n";

echo "pings\n";
$client = new WebSocketClient($server, $address);
for ($i = 0; $i < 8; $i++) {
    $client->send("p$i", Opcode::Ping);
}
do {
    echo $text = $client->text(), "\n";
} while ($text[1] !== 'c');
$client->close();
until($server, fn() => $server->stats()['connections'] === 0);

echo "fragments are one message, pongs and the close are none\n";
$client = new WebSocketClient($server, $address);
$got->exchangeArray([]);
for ($i = 0; $i < 4; $i++) {
    $client->send("$i", final: false);
    for ($j = 0; $j < 100; $j++) {
        $client->send('', Opcode::Continuation, false);
        $client->send('', Opcode::Pong);
    }
    $client->send('.', Opcode::Continuation);
}
$client->sendClose();
echo $client->text(), "\n";
$client->close();
echo implode(' ', (array) $got), "\n";

echo "a route without it\n";
$client = new WebSocketClient($server, $address, '/free');
$got->exchangeArray([]);
for ($i = 0; $i < 100; $i++) {
    $client->send("m$i");
}
$client->sync();
var_dump(count($got));
echo implode("\n", array_unique((array) $log)), "\n";
--EXPECT--
messages
(close 1008 too many messages)
1008 too many messages, clean
m0 m1 m2 m3 m4
pings
(pong p0)
(pong p1)
(pong p2)
(pong p3)
(pong p4)
(close 1008 too many messages)
1008 too many messages
fragments are one message, pongs and the close are none
1000, clean, by peer
(close 1000)
0. 1. 2. 3.
a route without it
int(100)
info: too many messages: messageRate is 0.01 per second
