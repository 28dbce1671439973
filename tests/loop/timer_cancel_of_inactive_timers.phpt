--TEST--
Cancelling a timer that is not active is no fault
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$other = new RtComm\Loop;
$fired = $loop->addTimer(0.001, function ($timer) use ($loop) {
    echo "fired\n";
    $loop->cancelTimer($timer);
});
$cancelled = $loop->addTimer(0.001, fn() => print("never\n"));
$loop->cancelTimer($cancelled);
$loop->cancelTimer($cancelled);
$foreign = $loop->addTimer(0.002, fn() => print("not cancelled by another loop\n"));
$other->cancelTimer($foreign);
$loop->run();
$loop->cancelTimer($fired);
try {
    $loop->cancelTimer(new stdClass);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
fired
not cancelled by another loop
RtComm\Loop::cancelTimer(): Argument #1 ($timer) must be of type RtComm\Timer, stdClass given
