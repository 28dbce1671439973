--TEST--
A descriptor number that is used again after a stream was closed belongs to the new stream
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$streams = [];
for ($i = 0; $i < 20; $i++) {
    [$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $loop->addReadStream($a, fn() => print("never\n"));
    $streams[] = [$a, $b];
}
$loop->addTimer(0.001, function () use ($loop, &$streams, &$reads) {
    foreach ($streams as [$a, $b]) {
        fclose($a);
        fclose($b);
    }
    $streams = [];
    for ($i = 0; $i < 20; $i++) {
        [$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        fwrite($b, "new");
        $loop->addReadStream($a, function ($stream) use ($loop, &$reads) {
            $reads .= fread($stream, 10);
            $loop->removeReadStream($stream);
        });
        $streams[] = [$a, $b];
    }
});
$loop->run();
echo strlen($reads), "\n";
?>
--EXPECT--
60
