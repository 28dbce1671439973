--TEST--
With busyPoll the loop is busy after an event for that time, and blocks when it is over or the server has stopped
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

/** The seconds of CPU time that a wait of half a second after an event takes. */
function cost(RtComm\Loop $loop, RtComm\Server $waits): float
{
    $loop->addTimer(0.001, fn() => null);
    $waits->tick(5);
    $waits->tick();
    $before = getrusage();
    $began = microtime(true);
    $waits->tick(0.5);
    if (microtime(true) - $began < 0.45) {
        echo "an event came\n";
    }
    $after = getrusage();
    return $after['ru_utime.tv_sec'] - $before['ru_utime.tv_sec'] + $after['ru_stime.tv_sec'] - $before['ru_stime.tv_sec'] +
        ($after['ru_utime.tv_usec'] - $before['ru_utime.tv_usec'] + $after['ru_stime.tv_usec'] - $before['ru_stime.tv_usec']) / 1e6;
}

$loop = new RtComm\Loop();
$plain = new RtComm\Server('127.0.0.1:0', [], $loop);
var_dump(cost($loop, $plain) < 0.1);
$busy = new RtComm\Server('127.0.0.1:0', ['busyPoll' => 150000], $loop);
/* Where the machine is busy with others, the time may be over before it was ours. */
for ($tries = 0; ($cost = cost($loop, $plain)) <= 0.005 && $tries < 40; $tries++);
var_dump($cost > 0.005, $cost < 0.3);
$busy->stop();
$plain->tick();
var_dump(cost($loop, $plain) < 0.1);
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
