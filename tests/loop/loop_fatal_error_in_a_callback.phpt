--TEST--
After a fatal error in a callback, shutdown functions run, and may use the loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
register_shutdown_function(function () use ($loop) {
    echo "shutdown function\n";
    $loop->addTimer(0.001, fn() => print("timer\n"));
    $loop->run();
    echo "returned\n";
});
$loop->addTimer(0.001, function () {
    eval('class A {} class A {}');
});
$loop->addTimer(0.001, fn() => print("the other timer\n"));
$loop->run();
echo "never\n";
?>
--EXPECTF--
Fatal error: Cannot %s class A%A
%Ashutdown function
the other timer
timer
returned
