--TEST--
A second listener on the same stream is ignored; reading and writing are separate
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, "x");
$loop->addReadStream($a, function ($stream) use ($loop) {
    echo "first reader\n";
    $loop->removeReadStream($stream);
});
$loop->addReadStream($a, fn() => print("never\n"));
$loop->run();
$loop->addWriteStream($a, function ($stream) use ($loop) {
    echo "first writer\n";
    $loop->removeWriteStream($stream);
});
$loop->addWriteStream($a, fn() => print("never\n"));
$loop->run();
?>
--EXPECT--
first reader
first writer
