--TEST--
A connection that is read slowly can be closed, cut, stopped, and dropped with its server
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

function slowed(?RtComm\Server &$server, ArrayObject $conns): WebSocketClient
{
    $server = new RtComm\Server(null, ['byteRate' => ['rate' => 10, 'burst' => 1000], 'closeTimeout' => 60]);
    $server->handle('/', open: fn($conn) => $conns[0] = $conn, close: fn($conn, $info) => print describe($info) . "\n");
    $client = new WebSocketClient($server, $server->listen('127.0.0.1:0'));
    $client->write(WebSocketClient::frame(0x82, str_repeat('x', 5000)) . WebSocketClient::frame(0x82, 'last'));
    settle($server);
    return $client;
}

$conns = new ArrayObject();
$server = null;

echo "close: the peer's answer is read at once\n";
$client = slowed($server, $conns);
$conns[0]->close(4000);
echo $client->text(), "\n";
$client->sendClose(4000)->all();
until($server, fn() => $server->stats()['connections'] === 0);

echo "terminate\n";
$client = slowed($server, $conns);
$conns[0]->terminate();
$client->all();

echo "stop\n";
$client = slowed($server, $conns);
$server->stop();
echo $client->text(), "\n";
$client->sendClose(1001)->all();
until($server, fn() => $server->stats()['connections'] === 0);

echo "paused meanwhile\n";
$client = slowed($server, $conns);
$conns[0]->pause();
settle($server);
$conns[0]->resume();
$conns[0]->close(4001);
echo $client->text(), "\n";
$client->sendClose(4001)->all();

echo "dropped\n";
$client = slowed($server, $conns);
$client->server = null;
$server = null;
$conns->exchangeArray([]);
$client->all();
echo "ok\n";
--EXPECT--
close: the peer's answer is read at once
(close 4000)
4000, clean
terminate
1006
stop
(close 1001)
1001, clean
paused meanwhile
(close 4001)
4001, clean
dropped
ok
