--TEST--
Timers with the same interval fire in the order in which they were added
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$order = [];
$add = function () use ($loop, &$order) {
    for ($i = 0; $i < 200; $i++) {
        $loop->addTimer(0.005, function () use (&$order, $i) { $order[] = $i; });
    }
};
$add();
$loop->run();
var_dump($order === range(0, 199));
$order = [];
$loop->futureTick($add);
$loop->run();
var_dump($order === range(0, 199));
?>
--EXPECT--
bool(true)
bool(true)
