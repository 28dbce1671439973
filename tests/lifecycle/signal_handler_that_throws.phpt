--TEST--
What a signal handler throws while the loop waits leaves run()
--EXTENSIONS--
rtcomm
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../client.inc';

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn() => throw new LogicException('signal'));
$server = new RtComm\Server('127.0.0.1:0');
$server->loop->addTimer(0.01, fn() => posix_kill(getmypid(), SIGUSR1));
try {
    $server->run();
} catch (LogicException $error) {
    echo $error->getMessage(), "\n";
}
$server->tick();
echo "the server goes on\n";
--EXPECT--
signal
the server goes on
