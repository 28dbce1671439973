--TEST--
A connection that holds itself is collected after its end, and not before
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$reference) {
    $conn->self = $conn;
    $conn->data = [$conn->request, $conn];
    $reference = WeakReference::create($conn);
});
$client = new WebSocketClient($server, serve($server));
gc_collect_cycles();
var_dump($reference->get() === null);
$client->sendClose()->all();
until($server, fn() => $server->stats()['connections'] === 0);
gc_collect_cycles();
var_dump($reference->get() === null);
--EXPECT--
bool(false)
bool(true)
