--TEST--
Handlers of pcntl_async_signals() run while the loop polls for the option busyPoll, and may throw out of run()
--EXTENSIONS--
rtcomm
pcntl
posix
--FILE--
<?php
pcntl_async_signals(true);
$server = new RtComm\Server('127.0.0.1:0', ['busyPoll' => 1000000]);
$server->loop->addTimer(30, fn() => print("too late\n"));
$server->loop->addTimer(0.03, fn() => null);
$parent = posix_getpid();
$child = pcntl_fork();
if ($child === 0) {
    usleep(50000);
    posix_kill($parent, SIGUSR1);
    usleep(50000);
    posix_kill($parent, SIGUSR2);
    posix_kill(posix_getpid(), SIGKILL);
}
pcntl_signal(SIGUSR1, fn() => print("handled\n"));
pcntl_signal(SIGUSR2, fn() => throw new Exception("thrown"));
$began = hrtime(true);
try {
    $server->run();
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
var_dump(hrtime(true) - $began < 5e9);
pcntl_waitpid($child, $status);
?>
--EXPECT--
handled
thrown
bool(true)
