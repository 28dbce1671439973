--TEST--
The script may drop its last reference to a loop that runs
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$weak = WeakReference::create($loop);
$loop->addTimer(0.001, function () use (&$loop) {
    $loop = null;
    echo "dropped\n";
});
$loop->addTimer(0.002, fn() => print("it goes on\n"));
$loop->run();
var_dump($weak->get());
?>
--EXPECT--
dropped
it goes on
NULL
