--TEST--
A fatal error in a callback inside a Fiber ends the script
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = RtComm\Loop::get();
register_shutdown_function(function () use ($loop) {
    echo "shutdown function\n";
    $loop->run();
});
$loop->addTimer(0.001, function () {
    (new Fiber(function () {
        eval('class A {} class A {}');
    }))->start();
});
$fiber = new Fiber(fn() => $loop->run());
$fiber->start();
echo "never\n";
?>
--EXPECTF--
Fatal error: Cannot %s class A%A
%Ashutdown function
