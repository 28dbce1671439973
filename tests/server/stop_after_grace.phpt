--TEST--
Clients that do not answer are cut off when the grace is over, and run() returns
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
$server->stop(0.1);
$server->run();
var_dump(microtime(true) - $start < 3);
--EXPECT--
1001
bool(true)
