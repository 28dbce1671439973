--TEST--
Every listener of a signal gets its number, in the order in which they were added
--EXTENSIONS--
rtcomm
pcntl
posix
--FILE--
<?php
$loop = new RtComm\Loop;
$second = fn(int $signal) => print("second $signal\n");
$loop->addSignal(SIGUSR1, function (int $signal) use ($loop) {
    echo "first ", $signal === SIGUSR1 ? "SIGUSR1" : $signal, "\n";
    $loop->addTimer(0.001, fn() => $loop->stop());
});
$loop->addSignal(SIGUSR2, $second);
$loop->addSignal(SIGUSR2, $second);
$loop->addSignal(SIGUSR1, fn() => print("second\n"));
$loop->addTimer(0.001, fn() => posix_kill(posix_getpid(), SIGUSR1));
$loop->run();
?>
--EXPECT--
first SIGUSR1
second
