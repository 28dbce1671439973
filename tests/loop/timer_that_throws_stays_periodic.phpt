--TEST--
A periodic timer that throws goes on with the next run()
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$calls = 0;
$loop->addPeriodicTimer(0.001, function ($timer) use ($loop, &$calls) {
    if (++$calls === 3) {
        $loop->cancelTimer($timer);
        return;
    }
    throw new Exception("call $calls");
});
for ($i = 0; $i < 3; $i++) {
    try {
        $loop->run();
        echo "returned\n";
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
call 1
call 2
returned
