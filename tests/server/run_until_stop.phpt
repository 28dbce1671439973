--TEST--
run() returns after stop()
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server('127.0.0.1:0');
$server->loop->addTimer(0.01, fn() => $server->stop());
$server->run();
echo "over\n";
--EXPECT--
over
