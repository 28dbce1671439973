--TEST--
A server that only its own callbacks hold is collected, with its clients
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, [], new RtComm\Loop());
$server->handle('/', open: fn($conn) => $conn->data = $server, message: fn() => $server->stats(), error: fn() => $server);
$server->http('/page', fn() => $server);
$server->onLog(fn() => $server);
$client = new WebSocketClient($server, serve($server));
$reference = WeakReference::create($server);
unset($server, $client->server);
var_dump($reference->get() === null);
gc_collect_cycles();
var_dump($reference->get() === null);
for ($end = microtime(true) + 5; !$client->ended && microtime(true) < $end;) {
    $client->pump();
}
var_dump($client->ended);
--EXPECT--
bool(false)
bool(true)
bool(true)
