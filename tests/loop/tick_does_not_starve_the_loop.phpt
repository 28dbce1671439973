--TEST--
Ticks that queue ticks for ever leave room for events
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$ticks = 0;
$loop->futureTick($again = function () use ($loop, &$again, &$ticks) {
    $ticks++;
    $loop->futureTick($again);
});
$loop->addTimer(0.005, fn() => $loop->stop());
$loop->run();
var_dump($ticks > 1);
?>
--EXPECT--
bool(true)
