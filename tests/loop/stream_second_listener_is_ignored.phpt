--TEST--
A second listener on the same stream is ignored
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, "x");
$loop->addReadStream($a, function ($stream) use ($loop) {
    echo "first\n";
    $loop->removeReadStream($stream);
});
$loop->addReadStream($a, fn() => print("never\n"));
$loop->addWriteStream($a, function ($stream) use ($loop) {
    echo "writing is separate\n";
    $loop->removeWriteStream($stream);
});
$loop->addTimer(0.01, fn() => 1);
$loop->run();
$loop->removeReadStream($a);
$loop->removeWriteStream($a);
?>
--EXPECT--
first
writing is separate
