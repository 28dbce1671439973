--TEST--
A read listener gets its stream whenever it is readable, and at its end
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$loop->addReadStream($a, function (...$arguments) use ($loop, $a, $b) {
    var_dump(count($arguments), $arguments[0] === $a, $bytes = fread($a, 100));
    if ($bytes === '') {
        $loop->removeReadStream($a);
    } else {
        stream_socket_shutdown($b, STREAM_SHUT_WR);
    }
});
$loop->addTimer(0.001, fn() => fwrite($b, "hello"));
$loop->run();
?>
--EXPECT--
int(1)
bool(true)
string(5) "hello"
int(1)
bool(true)
string(0) ""
