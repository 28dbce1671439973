--TEST--
exit in a destructor that a release runs ends the script
--EXTENSIONS--
rtcomm
--FILE--
<?php
class Guest {
    public function __invoke() {}
    public function __destruct() { exit("exit\n"); }
}
$loop = new RtComm\Loop;
$loop->futureTick(new Guest);
$loop->futureTick(fn() => print("never\n"));
$loop->run();
echo "never\n";
?>
--EXPECT--
exit
