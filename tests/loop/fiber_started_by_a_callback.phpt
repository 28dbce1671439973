--TEST--
A callback may start a Fiber that another callback resumes
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$sleep = function (float $seconds) use ($loop) {
    $fiber = Fiber::getCurrent();
    $loop->addTimer($seconds, fn() => $fiber->resume());
    Fiber::suspend();
};
foreach ([3, 1, 2] as $n) {
    $loop->futureTick(function () use ($sleep, $n, &$ended) {
        (new Fiber(function () use ($sleep, $n, &$ended) {
            echo "begin $n\n";
            $sleep($n / 50);
            $ended[] = $n;
        }))->start();
    });
}
$loop->run();
/* Their order is the timers' business. */
sort($ended);
echo "end ", implode(" ", $ended), "\n";
?>
--EXPECT--
begin 3
begin 1
begin 2
end 1 2 3
