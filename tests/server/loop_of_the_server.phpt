--TEST--
A server is on the script's loop unless it is given another
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
var_dump($server->loop === RtComm\Loop::get());
$loop = new RtComm\Loop();
$server = new RtComm\Server(null, [], $loop);
var_dump($server->loop === $loop);
--EXPECT--
bool(true)
bool(true)
