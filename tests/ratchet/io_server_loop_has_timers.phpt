--TEST--
$server->loop has timers, and stop() ends run()
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack($component = new Recorder));
$count = 0;
$io->loop->addPeriodicTimer(0.01, function ($timer) use (&$count, $io) {
    echo "tick\n";
    if (++$count === 3) {
        $io->loop->cancelTimer($timer);
        $io->loop->addTimer(0.01, fn() => $io->loop->stop());
    }
});
$io->run();
echo "over\n";
?>
--EXPECT--
tick
tick
tick
over
