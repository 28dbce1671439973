--TEST--
Adding the same listener again is ignored, so removing it once is enough
--EXTENSIONS--
rtcomm
pcntl
posix
--FILE--
<?php
$loop = new RtComm\Loop;
$listener = fn() => print("never\n");
$loop->addSignal(SIGUSR1, $listener);
$loop->addSignal(SIGUSR1, $listener);
$loop->addSignal(SIGUSR1, 'printf');
$loop->addSignal(SIGUSR1, 'printf');
$loop->removeSignal(SIGUSR1, $listener);
$loop->removeSignal(SIGUSR1, 'printf');
$loop->removeSignal(SIGUSR1, 'printf');
$loop->removeSignal(SIGUSR2, $listener);
$loop->run();
echo "nothing left\n";
?>
--EXPECT--
nothing left
