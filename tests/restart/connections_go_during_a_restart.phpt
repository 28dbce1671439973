--TEST--
Clients that leave, in any order, while a restart goes through them
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

mt_srand(7);
$closed = 0;
$server = new RtComm\Server();
$server->handle('/', open: fn() => null, close: function () use (&$closed) { $closed++; });
$address = serve($server);
for ($i = 0; $i < 60; $i++) {
    $clients[] = $i % 3 ? new WebSocketClient($server, $address) : new StreamClient($server, $address);
}
settle($server);
$server->stop(2.0, restart: true);
shuffle($clients);
while ($clients) {
    $client = array_pop($clients);
    mt_rand(0, 1) ? $client->close() : $kept[] = $client;
    $server->tick(0.01);
}
until($server, function () use (&$closed) { return $closed === 60; });
echo $closed, "\n";
--EXPECT--
60
