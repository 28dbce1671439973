--TEST--
However conversations end, close comes exactly once for each open, and nothing after it
--EXTENSIONS--
rtcomm
sockets
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['closeTimeout' => 0.05]);
$server->handle('/', open: function ($conn) use (&$state) {
    $state[$conn->id] = isset($state[$conn->id]) ? 'opened twice' : 'open';
    if ($conn->id % 7 === 0) {
        throw new Exception('x');
    }
}, message: function ($conn, $data) use (&$state) {
    if ($state[$conn->id] !== 'open') {
        $state[$conn->id] = 'message after close';
    }
    match ($data) {
        'close' => $conn->close(4000),
        'terminate' => $conn->terminate(),
        'both' => $conn->close()->terminate(),
        default => throw new Exception('x'),
    };
}, error: fn() => null, close: function ($conn) use (&$state) {
    $state[$conn->id] = $state[$conn->id] === 'open' ? 'closed' : 'closed twice';
});
$address = serve($server);
for ($i = 0; $i < 70; $i++) {
    $client = new WebSocketClient($server, $address);
    match ($i % 8) {
        0 => $client->send('close')->sendClose()->send('more'),
        1 => $client->send('close'),
        2 => $client->send('terminate')->send('terminate'),
        3 => $client->send('both')->sendClose(),
        4 => $client->send('throw')->reset(),
        5 => $client->close(),
        6 => $client->write(WebSocketClient::frame(0x83))->close(),
        7 => $client->sendClose()->sendClose()->close(),
    };
}
until($server, fn() => $server->stats()['connections'] === 0);
var_dump(array_count_values($state), $server->stats()['opened']);
--EXPECT--
array(1) {
  ["closed"]=>
  int(70)
}
int(70)
