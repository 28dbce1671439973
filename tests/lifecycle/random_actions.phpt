--TEST--
Thousands of random actions of clients and callbacks keep every rule of conversations
--EXTENSIONS--
rtcomm
sockets
--FILE--
<?php
require __DIR__ . '/../client.inc';

mt_srand(7);
$server = new RtComm\Server(null, [
    'sendBufferLimit' => 100000, 'overflow' => RtComm\Overflow::DropOldest, 'closeTimeout' => 0.02,
    'heartbeat' => 0.05, 'pongTimeout' => 0.05, 'handshakeTimeout' => 0.05, 'maxConnections' => 40,
]);
$logs = logs($server);
$state = [];
$faults = [];
$act = function (RtComm\Connection $conn) use ($server, &$state) {
    $other = $server->connections() ? $server->connections()[0] : $conn;
    match (mt_rand(0, 14)) {
        0 => $conn->close(4000 + mt_rand(0, 999), 'random'),
        1 => $conn->terminate(),
        2 => $conn->pause(),
        3 => $conn->resume(),
        4 => $conn->subscribe('c' . mt_rand(0, 3)),
        5 => $conn->unsubscribe('c' . mt_rand(0, 3)),
        6 => $server->channel('c' . mt_rand(0, 3))->publish(str_repeat('p', mt_rand(0, 20000)), except: $conn),
        7 => $conn->send(str_repeat('s', mt_rand(0, 50000))),
        8 => $other->close(),
        9 => $other->terminate(),
        10 => $conn->data = [$conn, $conn->request],
        11 => gc_collect_cycles(),
        12 => $other->resume(),
        13 => throw new Exception('random'),
        default => null,
    };
};
$server->handle('/', open: function ($conn) use (&$state, &$faults, $act) {
    isset($state[$conn->id]) && $faults[] = "$conn->id opened twice";
    $state[$conn->id] = 'open';
    $act($conn);
}, message: function ($conn) use (&$state, &$faults, $act) {
    $state[$conn->id] === 'open' || $faults[] = "message of $conn->id after its close";
    $act($conn);
}, close: function ($conn) use (&$state, &$faults, $act) {
    $state[$conn->id] === 'open' || $faults[] = "$conn->id closed twice";
    $state[$conn->id] = 'closed';
    $conn->isOpen() && $faults[] = "$conn->id is open in its close";
    $act($conn);
}, error: function ($conn) use ($act) {
    mt_rand(0, 3) === 0 && $act($conn);
}, accept: fn() => mt_rand(0, 9) > 0);
$server->http('/page', function () {
    mt_rand(0, 3) === 0 && throw new Exception('random');
    return str_repeat('x', mt_rand(0, 100000));
}, ['GET', 'POST']);
$address = serve($server);
$clients = [];
for ($step = 0; $step < 3000; $step++) {
    $client = $clients ? $clients[array_rand($clients)] : null;
    $action = count($clients) < 3 ? 0 : mt_rand(count($clients) < 30 ? 0 : 2, 12);
    if ($client !== null && !is_resource($client->stream)) {
        $action = 13;
    }
    match ($action) {
        0, 1 => @fwrite(($clients[] = new Client($server, $address))->stream, match (mt_rand(0, 3)) {
            0 => "GET /page HTTP/1.1\r\nHost: a\r\n\r\n",
            1 => substr(WebSocketClient::handshake(), 0, mt_rand(0, 150)),
            default => WebSocketClient::handshake(),
        }),
        2, 3 => @fwrite($client->stream, WebSocketClient::frame(0x81, str_repeat('m', mt_rand(0, 3000)))),
        4 => @fwrite($client->stream, WebSocketClient::frame(0x89, 'ping') . WebSocketClient::frame(0x8A)),
        5 => @fwrite($client->stream, WebSocketClient::frame(0x01, 'a') . WebSocketClient::frame(0x80, 'b')),
        6 => @fwrite($client->stream, WebSocketClient::frame(0x88, pack('n', 1000))),
        7 => @fwrite($client->stream, random_bytes(mt_rand(1, 50))),
        8 => @fwrite($client->stream, str_repeat(WebSocketClient::frame(0x82, 'many'), mt_rand(1, 50))),
        9, 10 => $client->pump(),
        11 => mt_rand(0, 1) ? $client->close() : $client->reset(),
        12 => $client->finish(),
        13 => null,
    };
    $clients = array_filter($clients, fn($client) => is_resource($client->stream) && !$client->ended);
    try {
        $server->tick(mt_rand(0, 20) === 0 ? 0.001 : 0.0);
    } catch (Exception $error) {
        $error->getMessage() === 'random' || $faults[] = (string) $error;
    }
    $server->stats()['connections'] <= 40 || $faults[] = 'too many connections';
}
foreach ($clients as $client) {
    $client->close();
}
for ($end = microtime(true) + 20; $server->stats()['connections'] > 0 && microtime(true) < $end;) {
    try {
        foreach ($server->connections() as $conn) {
            $conn->resume();
        }
        $server->tick(0.01);
    } catch (Exception) {
    }
}
unset($conn);
$stats = $server->stats();
echo "$stats[connections] connections, $stats[open] open, $stats[buffered] buffered, $stats[subscriptions] subscriptions\n";
echo implode("\n", $faults), count($faults), " faults\n";
var_dump(count($state) > 50, array_unique(array_values($state)), $stats['opened'] === count($state));
--EXPECT--
0 connections, 0 open, 0 buffered, 0 subscriptions
0 faults
bool(true)
array(1) {
  [0]=>
  string(6) "closed"
}
bool(true)
