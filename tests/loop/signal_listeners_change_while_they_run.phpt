--TEST--
A listener may remove all listeners of its signal
--EXTENSIONS--
rtcomm
pcntl
posix
--FILE--
<?php
$loop = new RtComm\Loop;
$first = function () use ($loop, &$first, &$second) {
    echo "first\n";
    $loop->removeSignal(SIGUSR1, $first);
    $loop->removeSignal(SIGUSR1, $second);
};
$second = fn() => print("second, which was there when the signal came\n");
$loop->addSignal(SIGUSR1, $first);
$loop->addSignal(SIGUSR1, $second);
$loop->addTimer(0.001, fn() => posix_kill(posix_getpid(), SIGUSR1));
$loop->run();
echo "nothing left\n";
?>
--EXPECT--
first
second, which was there when the signal came
nothing left
