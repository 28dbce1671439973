--TEST--
addPeriodicTimer() calls back until the timer is cancelled
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$calls = 0;
$timer = $loop->addPeriodicTimer(0.002, function ($timer) use ($loop, &$calls) {
    echo ++$calls, "\n";
    if ($calls === 3) {
        $loop->cancelTimer($timer);
    }
});
var_dump($timer->isPeriodic());
$loop->run();
?>
--EXPECT--
bool(true)
1
2
3
