--TEST--
run() returns when there is nothing left to wait for
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$loop->run();
echo "nothing\n";
$loop->futureTick(function () use ($loop) {
    echo "tick\n";
    $loop->addTimer(0.001, fn() => print("timer\n"));
});
$loop->run();
echo "done\n";
?>
--EXPECT--
nothing
tick
timer
done
