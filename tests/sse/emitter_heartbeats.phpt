--TEST--
wait(), stream() and isOpen() send a heartbeat when nothing was sent for so long
--EXTENSIONS--
rtcomm
--FILE--
<?php
$sse = new RtComm\Sse\Emitter(heartbeat: 2.0);
$sse->wait(0.01);
echo "[none yet]\n";
$sse->wait(2.5);
echo "[one of wait()]\n";
usleep(1600000);
var_dump($sse->isOpen());
$sse->stream((function () {
    yield 'a';
    yield null;
    usleep(2100000);
    yield null;
})());
echo "[end]\n";
$silent = new RtComm\Sse\Emitter(heartbeat: 0);
$silent->wait(0.1);
var_dump($silent->isOpen());
?>
--EXPECT--
[none yet]
:

[one of wait()]
:

bool(true)
data: a

:

[end]
bool(true)
