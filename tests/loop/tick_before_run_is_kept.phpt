--TEST--
Ticks queued while the loop does not run wait for run()
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$loop->futureTick(fn() => print("first\n"));
$loop->futureTick(fn() => print("second\n"));
echo "queued\n";
$loop->run();
?>
--EXPECT--
queued
first
second
