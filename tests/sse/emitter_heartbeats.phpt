--TEST--
wait(), stream() and isOpen() send a heartbeat when nothing was sent for so long
--EXTENSIONS--
rtcomm
--FILE--
<?php
$sse = new RtComm\Sse\Emitter(heartbeat: 0.2);
$sse->wait(0.01);
echo "[none yet]\n";
$sse->wait(0.25);
echo "[one of wait()]\n";
usleep(210000);
var_dump($sse->isOpen());
$sse->stream((function () {
    yield 'a';
    yield null;
    usleep(210000);
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
