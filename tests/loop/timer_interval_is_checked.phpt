--TEST--
Intervals are raised to a microsecond, and refused if they are no length of time
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
foreach ([0, -1, 0.0000001, 0.000001, 3] as $interval) {
    $timer = $loop->addTimer($interval, fn() => 1);
    printf("%.6f\n", $timer->getInterval());
    $loop->cancelTimer($timer);
}
foreach ([NAN, INF, 1e10] as $interval) {
    try {
        $loop->addPeriodicTimer($interval, fn() => 1);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
$loop->run();
?>
--EXPECT--
0.000001
0.000001
0.000001
0.000001
3.000000
RtComm\Loop::addPeriodicTimer(): Argument #1 ($interval) must be a number of seconds up to 1e9
RtComm\Loop::addPeriodicTimer(): Argument #1 ($interval) must be a number of seconds up to 1e9
RtComm\Loop::addPeriodicTimer(): Argument #1 ($interval) must be a number of seconds up to 1e9
