--TEST--
The loop of Loop::get() is released at the end of the script, with what is on it
--EXTENSIONS--
rtcomm
--FILE--
<?php
class Guest {
    public function __invoke() {}
    public function __destruct() { echo "destructed\n"; }
}
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$loop = RtComm\Loop::get();
$loop->addTimer(100, new Guest);
$loop->addReadStream($a, fn() => $loop);
$loop->futureTick(fn() => $loop);
echo "end\n";
?>
--EXPECT--
end
destructed
