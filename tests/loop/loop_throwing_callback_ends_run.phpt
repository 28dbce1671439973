--TEST--
What a callback throws comes out of run(), which can go on afterwards
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$loop->futureTick(function () {
    echo "first\n";
    throw new LogicException("from a tick");
});
$loop->futureTick(function () use ($loop) {
    echo "second\n";
    $loop->addTimer(0.001, fn() => throw new Error("from a timer"));
    $loop->addTimer(0.002, fn() => print("last\n"));
});

for ($i = 0; $i < 3; $i++) {
    try {
        $loop->run();
        echo "returned\n";
    } catch (Throwable $e) {
        echo get_class($e), ": ", $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
first
LogicException: from a tick
second
Error: from a timer
last
returned
