--TEST--
After a callback has thrown, no other one runs in that turn
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
[$c, $d] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, "x");
fwrite($d, "x");
$calls = 0;
$listener = function ($stream) use (&$calls, $loop) {
    $loop->removeReadStream($stream);
    throw new Exception("call " . ++$calls);
};
$loop->addReadStream($a, $listener);
$loop->addReadStream($c, $listener);
for ($i = 0; $i < 3; $i++) {
    try {
        $loop->run();
        echo "returned\n";
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
call 1
call 2
returned
