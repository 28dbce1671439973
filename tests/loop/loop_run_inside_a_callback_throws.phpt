--TEST--
run() inside a callback throws ClosedException
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$loop->addTimer(0.001, function () use ($loop) {
    try {
        $loop->run();
    } catch (RtComm\ClosedException $e) {
        echo $e->getMessage(), "\n";
    }
});
$loop->run();
$loop->futureTick(fn() => $loop->run());
try {
    $loop->run();
} catch (RtComm\ClosedException $e) {
    echo "out of run(): ", $e->getMessage(), "\n";
}
?>
--EXPECT--
The loop is already running
out of run(): The loop is already running
