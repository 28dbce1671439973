--TEST--
A loop may run inside a callback of another one
--EXTENSIONS--
rtcomm
--FILE--
<?php
$outer = new RtComm\Loop;
$inner = new RtComm\Loop;
$outer->addTimer(0.001, function () use ($inner) {
    $inner->addTimer(0.001, fn() => print("inner\n"));
    $inner->run();
    echo "outer\n";
});
$outer->run();
?>
--EXPECT--
inner
outer
