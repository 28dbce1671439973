--TEST--
In a child that is forked in a callback run() returns; the parent goes on
--EXTENSIONS--
rtcomm
pcntl
posix
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
[$report, $reported] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$loop->addReadStream($a, function ($stream) use ($loop) {
    echo "parent read ", fread($stream, 10), "\n";
    $loop->removeReadStream($stream);
});
$child = null;
$loop->addTimer(0.001, function () use (&$child) { $child = pcntl_fork(); });
$loop->addTimer(0.0011, function () use (&$child) {
    if ($child === 0) {
        echo "never in the child\n";
    }
});
$loop->addTimer(0.1, fn() => fwrite($b, "hello"));
$loop->run();
if ($child === 0) {
    fwrite($reported, "run() returned in the child");
    // Ends without any of PHP's shutdown, then with all of it in the next test.
    posix_kill(posix_getpid(), SIGKILL);
}
pcntl_waitpid($child, $status);
echo fread($report, 100), "\n";
?>
--EXPECT--
parent read hello
run() returned in the child
