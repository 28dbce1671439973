--TEST--
Loops and timers are neither cloneable nor serializable, and timers are made by loops only
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$timer = $loop->addTimer(1, fn() => 1);
foreach ([
    fn() => clone $loop,
    fn() => serialize($loop),
    fn() => clone $timer,
    fn() => serialize($timer),
    fn() => new RtComm\Timer,
    function () use ($timer) { $timer->mine = 1; },
] as $try) {
    try {
        $try();
        echo "no exception\n";
    } catch (Throwable $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
Trying to clone an uncloneable object of class RtComm\Loop
Serialization of 'RtComm\Loop' is not allowed
Trying to clone an uncloneable object of class RtComm\Timer
Serialization of 'RtComm\Timer' is not allowed
Call to private RtComm\Timer::__construct() from global scope
Cannot create dynamic property RtComm\Timer::$mine
