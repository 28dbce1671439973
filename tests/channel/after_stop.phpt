--TEST--
A server that was stopped still has channels
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$channel = $server->channel('c');
$server->stop();
echo strrchr($channel->publish('x'), ':'), "\n";
echo strrchr($server->channel('c')->publish('x'), ':'), "\n";
echo strrchr($server->channel('d')->publish('y'), ':'), "\n";
--EXPECT--
:1
:2
:1
