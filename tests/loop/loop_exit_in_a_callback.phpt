--TEST--
exit in a callback ends the script as anywhere
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
register_shutdown_function(fn() => print("shutdown function\n"));
$loop->addTimer(0.001, function () {
    try {
        exit("exit\n");
    } finally {
        echo "never\n";
    }
});
$loop->addTimer(0.001, fn() => print("never\n"));
try {
    $loop->run();
} catch (Throwable) {
    echo "never\n";
}
echo "never\n";
?>
--EXPECT--
exit
shutdown function
