--TEST--
Of many timers, each that is not cancelled fires once, in order
--EXTENSIONS--
rtcomm
--FILE--
<?php
mt_srand(7);
$loop = new RtComm\Loop;
$fired = $active = $kept = [];
for ($i = 0; $i < 1000; $i++) {
    $interval = mt_rand(1, 5);
    $active[$i] = $loop->addTimer($interval / 1000, function () use (&$fired, $interval, $i) {
        $fired[$interval][] = $i;
    });
    $kept[$i] = $interval;
    if (mt_rand(0, 2) === 0) {
        $victim = array_rand($active);
        $loop->cancelTimer($active[$victim]);
        unset($active[$victim], $kept[$victim]);
    }
}
$loop->run();
$expected = [];
foreach ($kept as $i => $interval) {
    $expected[$interval][] = $i;
}
ksort($fired);
ksort($expected);
var_dump($fired === $expected);
?>
--EXPECT--
bool(true)
