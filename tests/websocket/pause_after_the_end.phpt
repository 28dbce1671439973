--TEST--
pause() and resume() of a connection that is over do nothing
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn;
});
$client = new WebSocketClient($server, serve($server));
$client->sendClose()->all();
$kept->pause();
$kept->resume();
settle($server);
var_dump($kept->isOpen());
--EXPECT--
bool(false)
