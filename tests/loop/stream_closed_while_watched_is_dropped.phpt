--TEST--
A stream that the script closes is dropped, without warnings and without spinning
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$loop->addReadStream($a, fn() => print("never\n"));
$loop->addWriteStream($a, function ($stream) {
    echo "closing\n";
    fclose($stream);
});
$loop->run();
echo "nothing left\n";
var_dump(fread($b, 1), feof($b));
$loop->removeReadStream($a);
$loop->removeWriteStream($a);
?>
--EXPECT--
closing
nothing left
string(0) ""
bool(true)
