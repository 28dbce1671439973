--TEST--
With reusePort two servers share a port
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$first = new RtComm\Server(null, ['reusePort' => true]);
$second = new RtComm\Server(null, ['reusePort' => true, 'backlog' => 5]);
$address = $first->listen('127.0.0.1:0');
var_dump($second->listen($address) === $address);
--EXPECT--
bool(true)
