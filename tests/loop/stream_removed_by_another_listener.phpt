--TEST--
A listener may remove another stream that is ready in the same turn
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$pairs = [stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0), stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0)];
foreach ($pairs as [$a, $b]) {
    fwrite($b, "x");
    $loop->addReadStream($a, function () use ($loop, $pairs) {
        echo "one of them\n";
        foreach ($pairs as [$a]) {
            $loop->removeReadStream($a);
        }
    });
}
$loop->run();
?>
--EXPECT--
one of them
