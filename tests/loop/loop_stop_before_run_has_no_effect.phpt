--TEST--
stop() before run() has no effect
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$loop->addTimer(0.001, fn() => print("timer\n"));
$loop->stop();
$loop->run();
?>
--EXPECT--
timer
