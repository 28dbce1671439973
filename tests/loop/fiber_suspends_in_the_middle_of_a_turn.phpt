--TEST--
The Fiber that runs the loop may suspend in a callback; until it goes on, nobody else turns the loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$loop->futureTick(function () {
    $value = Fiber::suspend('suspended');
    echo "resumed with $value\n";
});
$loop->futureTick(fn() => print("same turn\n"));
$fiber = new Fiber(function () use ($loop) {
    $loop->run();
    echo "run() returned\n";
});
echo $fiber->start(), "\n";
try {
    $loop->run();
} catch (RtComm\ClosedException $e) {
    echo $e->getMessage(), "\n";
}
$loop->futureTick(function () use ($loop) {
    echo "queued meanwhile\n";
    $loop->addTimer(0.001, fn() => print("timer\n"));
});
$fiber->resume('a value');
var_dump($fiber->isTerminated());
$loop->run();
?>
--EXPECT--
suspended
The loop is already running
resumed with a value
same turn
queued meanwhile
timer
run() returned
bool(true)
