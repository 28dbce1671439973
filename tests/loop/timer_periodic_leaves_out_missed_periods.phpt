--TEST--
A periodic timer does not catch up on periods that were missed
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$calls = 0;
$loop->addPeriodicTimer(0.002, function () use (&$calls) { $calls++; });
$loop->futureTick(function () use ($loop) {
    for ($until = hrtime(true) + 30e6; hrtime(true) < $until;) {
    }
    $loop->addTimer(0.001, fn() => $loop->stop());
});
$loop->run();
var_dump($calls >= 1 && $calls <= 4);
?>
--EXPECT--
bool(true)
