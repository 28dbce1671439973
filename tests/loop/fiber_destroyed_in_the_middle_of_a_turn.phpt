--TEST--
A Fiber that is destroyed while it runs the loop leaves a loop that can run
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$loop->addTimer(0.001, function () {
    try {
        Fiber::suspend();
        echo "never\n";
    } finally {
        echo "unwound\n";
    }
});
$loop->addTimer(0.002, fn() => print("next timer\n"));
$fiber = new Fiber(function () use ($loop) {
    $loop->run();
    echo "never\n";
});
$fiber->start();
unset($fiber);
gc_collect_cycles();
$loop->run();
echo "done\n";
?>
--EXPECT--
unwound
next timer
done
