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
    $loop->futureTick(function () use ($sleep, $n) {
        (new Fiber(function () use ($sleep, $n) {
            echo "begin $n\n";
            $sleep($n / 50);
            echo "end $n\n";
        }))->start();
    });
}
$loop->run();
?>
--EXPECT--
begin 3
begin 1
begin 2
end 1
end 2
end 3
