--TEST--
A stream that has lasted for maxDuration ends with retry, and what was sent last arrives
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Sse\{Emitter, Event};

$sse = new Emitter(maxDuration: 0.2);
$started = hrtime(true);
var_dump($sse->wait(60.0));
var_dump(($seconds = (hrtime(true) - $started) / 1e9) >= 0.2 && $seconds < 5);
var_dump($sse->isOpen());

$sse = new Emitter(maxDuration: 2.0);
$sse->send(new Event(retry: 4321));
usleep(2100000);
var_dump($sse->send('the last'));

$sse = new Emitter(maxDuration: 2.0);
$sse->stream((function () {
    try {
        for ($i = 0; ; $i++) {
            yield "number $i";
            usleep(2100000);
        }
    } finally {
        echo "[the generator ends]\n";
    }
})());
?>
--EXPECTF--
retry: %d

bool(false)
bool(true)
bool(false)
retry: 4321

data: the last

retry: 4321

bool(false)
data: number 0

data: number 1

retry: %d

[the generator ends]
