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
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
pcntl_signal(SIGUSR1, function () use ($ours) {
    echo "handled\n";
    fwrite($ours, 'again');
});
pcntl_signal(SIGUSR2, fn() => throw new Exception("thrown"));
$parent = posix_getpid();
$child = pcntl_fork();
if ($child === 0) {
    fclose($ours);
    foreach ([SIGUSR1, SIGUSR2] as $signal) {
        fread($theirs, 5);
        usleep(50000);
        posix_kill($parent, $signal);
    }
    posix_kill(posix_getpid(), SIGKILL);
}
$server->loop->addTimer(0.03, fn() => fwrite($ours, 'begin'));
$began = hrtime(true);
try {
    $server->run();
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
var_dump(hrtime(true) - $began < 25e9);
pcntl_waitpid($child, $status);
?>
--EXPECT--
handled
thrown
bool(true)
