--TEST--
stop() lets the turn finish, and run() may be called again
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$loop->futureTick(function () use ($loop) {
    $loop->stop();
    echo "stopped\n";
});
$loop->futureTick(function () use ($loop) {
    echo "same turn\n";
    $loop->addTimer(0.001, fn() => print("timer\n"));
});
$loop->run();
echo "returned\n";
$loop->run();
echo "returned again\n";
?>
--EXPECT--
stopped
same turn
returned
timer
returned again
