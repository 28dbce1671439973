--TEST--
addTimer() calls back once, with the timer
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$timer = $loop->addTimer(0.002, function (...$arguments) use (&$timer) {
    var_dump(count($arguments), $arguments[0] === $timer);
});
var_dump($timer->getInterval(), $timer->isPeriodic());
var_dump($timer->getCallback() instanceof Closure);
$loop->run();
echo "done\n";
?>
--EXPECT--
float(0.002)
bool(false)
bool(true)
int(1)
bool(true)
done
