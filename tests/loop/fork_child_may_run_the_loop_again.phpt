--TEST--
A child may run the loop on descriptors of its own, and end, without disturbing its parent
--EXTENSIONS--
rtcomm
pcntl
posix
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
[$c, $d] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
[$report, $reported] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$loop->addReadStream($a, function ($stream) use ($loop) {
    echo "parent read ", fread($stream, 10), "\n";
    $loop->removeReadStream($stream);
    $loop->stop();
});
$loop->addReadStream($c, function ($stream) use ($loop, $reported) {
    fwrite($reported, "child read " . fread($stream, 10));
    $loop->stop();
});
$child = null;
$loop->addTimer(0.001, function () use (&$child, $loop, $a) {
    $child = pcntl_fork();
    if ($child === 0) {
        $loop->removeReadStream($a);
    } else {
        $loop->stop();
    }
});
$loop->run();
if ($child === 0) {
    fwrite($d, "hi");
    $loop->run();
    exit;
}
pcntl_waitpid($child, $status);
var_dump(pcntl_wexitstatus($status));
echo fread($report, 100), "\n";
fwrite($b, "hello");
$loop->run();
?>
--EXPECT--
int(0)
child read hi
parent read hello
