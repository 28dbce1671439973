--TEST--
When its last listener goes, a signal is what it was before
--EXTENSIONS--
rtcomm
pcntl
posix
--FILE--
<?php
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn() => print("pcntl\n"));
$loop = new RtComm\Loop;
$listener = function () use ($loop, &$listener) {
    echo "loop\n";
    $loop->removeSignal(SIGUSR1, $listener);
};
$loop->addSignal(SIGUSR1, $listener);
$loop->addTimer(0.001, fn() => posix_kill(posix_getpid(), SIGUSR1));
$loop->run();
posix_kill(posix_getpid(), SIGUSR1);
echo "done\n";
?>
--EXPECT--
loop
pcntl
done
