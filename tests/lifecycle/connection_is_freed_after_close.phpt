--TEST--
Nobody holds a connection once close has returned
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$reference) {
    $reference = WeakReference::create($conn);
});
$client = new WebSocketClient($server, serve($server));
gc_collect_cycles();
var_dump($reference->get()?->id);
$client->sendClose()->all();
until($server, fn() => $server->stats()['connections'] === 0);
var_dump($reference->get());
--EXPECT--
int(1)
NULL
