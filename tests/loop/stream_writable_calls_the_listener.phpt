--TEST--
A write listener is called when the stream takes bytes
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
stream_set_blocking($a, false);
$loop->addWriteStream($a, function ($stream) use ($loop) {
    fwrite($stream, "x");
    $loop->removeWriteStream($stream);
});
$loop->addReadStream($b, function ($stream) use ($loop) {
    echo fread($stream, 10), "\n";
    $loop->removeReadStream($stream);
});
$loop->run();
?>
--EXPECT--
x
