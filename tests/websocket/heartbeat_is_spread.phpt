--TEST--
Clients that came together are not pinged together
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['heartbeat' => 0.5]);
$server->handle('/', open: fn() => null);
$address = serve($server);

/** Seconds between the first and the last ping of many clients. */
$spread = function () use ($server, $address) {
    for ($i = 0; $i < 30; $i++) {
        $clients[] = new WebSocketClient($server, $address);
    }
    $times = [];
    until($server, function () use ($clients, &$times) {
        foreach ($clients as $i => $client) {
            $client->pump();
            if (!isset($times[$i]) && $client->received !== '') {
                $times[$i] = microtime(true);
            }
        }
        return count($times) === 30;
    });
    return max($times) - min($times);
};
/* Whoever is not looking for half a second sees all of them at once. */
for ($tries = 0; ($seconds = $spread()) <= 0.05 && $tries < 20; $tries++);
var_dump($seconds > 0.05);
--EXPECT--
bool(true)
