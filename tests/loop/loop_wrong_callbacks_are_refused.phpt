--TEST--
What is no callable is refused when it is given
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
$loop = new RtComm\Loop;
foreach ([
    fn() => $loop->addTimer(1, 'no_such_function'),
    fn() => $loop->futureTick([$loop, 'noSuchMethod']),
    fn() => $loop->addSignal(SIGUSR1, null),
] as $call) {
    try {
        $call();
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
RtComm\Loop::addTimer(): Argument #2 ($callback) must be a valid callback, function "no_such_function" not found or invalid function name
RtComm\Loop::futureTick(): Argument #1 ($listener) must be a valid callback, class RtComm\Loop does not have a method "noSuchMethod"
RtComm\Loop::addSignal(): Argument #2 ($listener) must be a valid callback, no array or string given
