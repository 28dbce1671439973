--TEST--
A handler of pcntl_async_signals() that calls run() gets ClosedException, and may stop the loop
--EXTENSIONS--
rtcomm
pcntl
posix
--FILE--
<?php
pcntl_async_signals(true);
$loop = new RtComm\Loop;
$loop->addTimer(30, fn() => print("too late\n"));
pcntl_signal(SIGALRM, function () use ($loop) {
    try {
        $loop->run();
    } catch (RtComm\ClosedException $e) {
        echo $e->getMessage(), "\n";
    }
    $loop->stop();
});
pcntl_alarm(1);
$loop->run();
echo "returned\n";
?>
--EXPECT--
The loop is already running
returned
