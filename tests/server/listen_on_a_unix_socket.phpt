--TEST--
A unix socket serves clients without address and port, and its file goes with the server
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    var_dump($conn->remoteAddress, $conn->remotePort);
});
var_dump($server->listen("unix:$path") === "unix:$path", filetype($path));
$client = new WebSocketClient($server, "unix:$path");
unset($server, $client->server);
clearstatcache();
var_dump(file_exists($path));
--EXPECT--
bool(true)
string(6) "socket"
string(0) ""
int(0)
bool(false)
