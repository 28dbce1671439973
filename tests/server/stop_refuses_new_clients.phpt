--TEST--
After stop() nobody can connect
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null);
$address = serve($server);
$client = new WebSocketClient($server, $address);
$server->stop();
var_dump(@stream_socket_client(url($address)));
--EXPECT--
bool(false)
