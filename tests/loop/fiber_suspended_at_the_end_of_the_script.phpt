--TEST--
A script may end while the Fiber that runs the loop is suspended
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = RtComm\Loop::get();
$loop->addTimer(0.001, function () {
    Fiber::suspend();
});
$fiber = new Fiber(fn() => $loop->run());
$fiber->start();
echo "end\n";
?>
--EXPECT--
end
