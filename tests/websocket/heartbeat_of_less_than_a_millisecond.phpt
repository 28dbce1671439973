--TEST--
The shortest heartbeat is a millisecond: only 0 switches it off
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['heartbeat' => 0.0001]);
$server->handle('/', open: fn() => null);
echo (new WebSocketClient($server, serve($server)))->text(), "\n";
--EXPECT--
(ping )
