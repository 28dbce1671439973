--TEST--
futureTick() callbacks run after the events of the turn, those queued by them in the next one
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, "x");
$reads = 0;
$loop->addReadStream($a, function ($stream) use ($loop, &$reads) {
    echo "read ", ++$reads, "\n";
    if ($reads === 1) {
        $loop->futureTick(function () use ($loop) {
            echo "tick 1\n";
            $loop->futureTick(fn() => print("tick 3\n"));
        });
        $loop->futureTick(fn() => print("tick 2\n"));
    }
    if ($reads === 3) {
        $loop->removeReadStream($stream);
    }
});
$loop->run();
?>
--EXPECT--
read 1
tick 1
tick 2
read 2
tick 3
read 3
