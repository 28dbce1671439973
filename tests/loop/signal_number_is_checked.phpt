--TEST--
Only signals that can be caught can be watched
--EXTENSIONS--
rtcomm
pcntl
posix
--FILE--
<?php
$loop = new RtComm\Loop;
foreach ([0, -1, 1000, SIGKILL, SIGSTOP] as $number) {
    try {
        $loop->addSignal($number, fn() => 1);
        echo "no exception\n";
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
$loop->run();
?>
--EXPECT--
RtComm\Loop::addSignal(): Argument #1 ($signal) must be the number of a signal that can be caught
RtComm\Loop::addSignal(): Argument #1 ($signal) must be the number of a signal that can be caught
RtComm\Loop::addSignal(): Argument #1 ($signal) must be the number of a signal that can be caught
RtComm\Loop::addSignal(): Argument #1 ($signal) must be the number of a signal that can be caught
RtComm\Loop::addSignal(): Argument #1 ($signal) must be the number of a signal that can be caught
