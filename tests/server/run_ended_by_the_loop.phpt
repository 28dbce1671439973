--TEST--
Loop::stop() ends run(), which may be called again
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server('127.0.0.1:0');
for ($i = 0; $i < 3; $i++) {
    $server->loop->futureTick(fn() => $server->loop->stop());
    $server->run();
    echo "over\n";
}
--EXPECT--
over
over
over
