--TEST--
A timer never fires before its interval is over, even if it was added late in a turn
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$early = 0;
$add = function (float $interval) use ($loop, &$early) {
    $due = hrtime(true) + $interval * 1e9;
    $loop->addTimer($interval, function () use ($due, &$early) {
        $early += hrtime(true) < $due;
    });
};
foreach ([0.001, 0.0015, 0.003, 0.007] as $interval) {
    $add($interval);
}
$loop->futureTick(function () use ($add) {
    for ($until = hrtime(true) + 5e6; hrtime(true) < $until;) {
    }
    $add(0.002);
    $add(0.004);
});
$loop->run();
var_dump($early);
?>
--EXPECT--
int(0)
