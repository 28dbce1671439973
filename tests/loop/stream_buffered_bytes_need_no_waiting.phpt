--TEST--
Bytes in PHP's own buffer call the listener without waiting
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, "one\ntwo\nthree\n");
$loop->addReadStream($a, function ($stream) use ($loop, &$lines) {
    echo fgets($stream);
    if (++$lines === 3) {
        $loop->removeReadStream($stream);
    }
});
$loop->addTimer(5, fn() => exit("waited\n"));
$loop->futureTick($check = function () use ($loop, &$check, &$lines) {
    $lines === 3 ? $loop->stop() : $loop->futureTick($check);
});
$loop->run();
// The same with nothing that wakes the loop.
$loop = new RtComm\Loop;
fwrite($b, "four\nfive\n");
$lines = 1;
$loop->addReadStream($a, function ($stream) use ($loop, &$lines) {
    echo fgets($stream);
    if (++$lines === 3) {
        $loop->removeReadStream($stream);
    }
});
$began = hrtime(true);
$loop->run();
var_dump(hrtime(true) - $began < 10e9);
?>
--EXPECT--
one
two
three
four
five
bool(true)
