--TEST--
A server that became garbage while the collector ran in its callback is collected later
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$loop = new RtComm\Loop;
$other = new RtComm\Server(null, [], $loop);
$server = new RtComm\Server(null, [], $loop);
$seen = WeakReference::create($server);
$keep = $server;
$server->handle('/kept', message: function () use ($keep) {});
unset($keep);
$server->handle('/', message: function () {
    unset($GLOBALS['server'], $GLOBALS['client']->server);
    gc_collect_cycles();
});
$client = new WebSocketClient($server, serve($server));
$client->send('go');
until($other, fn() => !isset($GLOBALS['server']));
$client->close();
unset($client);
var_dump($seen->get() === null);
gc_collect_cycles();
var_dump($seen->get() === null);
?>
--EXPECT--
bool(false)
bool(true)
