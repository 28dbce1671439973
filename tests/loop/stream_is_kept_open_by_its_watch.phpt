--TEST--
A watched stream stays open when the script forgets it
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$loop->addReadStream($a, function ($stream) use ($loop) {
    echo fread($stream, 10), "\n";
    $loop->removeReadStream($stream);
});
unset($a);
fwrite($b, "hello");
$loop->run();
var_dump(fread($b, 1), feof($b));
?>
--EXPECT--
hello
string(0) ""
bool(true)
