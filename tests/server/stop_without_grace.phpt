--TEST--
stop(0) ends at once; a second stop() may shorten the first
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$start = microtime(true);
$server->stop(60);
settle($server);
var_dump($server->stats()['open']);
$server->stop(0);
$server->run();
var_dump(microtime(true) - $start < 3, $server->stats()['open']);
--EXPECT--
int(1)
1001
bool(true)
int(0)
