--TEST--
count() is the number of subscribers
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept[] = $conn->subscribe('c')->subscribe('c');
});
$address = serve($server);
$channel = $server->channel('c');
$counts = [count($channel)];
for ($i = 0; $i < 3; $i++) {
    $clients[] = new WebSocketClient($server, $address);
    $counts[] = count($channel);
}
$kept[0]->unsubscribe('c');
$counts[] = count($channel);
$kept[0]->unsubscribe('c');
$counts[] = $channel->count();
$clients[1]->close();
until($server, fn() => $server->stats()['connections'] === 2);
$counts[] = count($channel);
echo implode(' ', $counts), "\n";
--EXPECT--
0 1 2 3 2 2 1
