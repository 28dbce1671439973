--TEST--
A script may die while the Fiber that runs the loop is suspended
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = RtComm\Loop::get();
$loop->addPeriodicTimer(0.001, function () {
    Fiber::suspend();
});
$loop->futureTick(fn() => 1);
$fiber = new Fiber(fn() => $loop->run());
$fiber->start();
eval('class A {} class A {}');
?>
--EXPECTF--
Fatal error: Cannot %s class A%A
