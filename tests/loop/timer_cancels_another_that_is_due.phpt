--TEST--
A timer may cancel another one that is due in the same turn
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$loop->addTimer(0.002, function () use ($loop, &$second) {
    echo "first\n";
    $loop->cancelTimer($second);
});
$second = $loop->addTimer(0.002, fn() => print("never\n"));
$third = $loop->addTimer(0.002, fn() => print("third\n"));
$loop->futureTick(function () {
    for ($until = hrtime(true) + 5e6; hrtime(true) < $until;) {
    }
});
$loop->run();
?>
--EXPECT--
first
third
