--TEST--
A connection may be in many channels, and a channel may have many connections
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept[] = $conn;
    for ($i = 0; $i < 200; $i++) {
        $conn->subscribe("c$i");
    }
});
$address = serve($server);
for ($i = 0; $i < 20; $i++) {
    $clients[] = new WebSocketClient($server, $address);
}
var_dump($server->stats()['subscriptions'], $server->stats()['channels']);
for ($i = 0; $i < 200; $i += 2) {
    $kept[$i % 20]->unsubscribe("c$i");
}
var_dump($server->stats()['subscriptions'], count($server->channel('c0')), count($server->channel('c1')));
$clients[0]->close();
until($server, fn() => $server->stats()['connections'] === 19);
var_dump($server->stats()['subscriptions']);
array_shift($clients);
foreach ($clients as $client) {
    $client->close();
}
until($server, fn() => $server->stats()['connections'] === 0);
var_dump($server->stats()['subscriptions'], $server->stats()['channels']);
--EXPECT--
int(4000)
int(200)
int(3900)
int(19)
int(20)
int(3710)
int(0)
int(0)
