--TEST--
After run() signals do again what they did before
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    $server = new RtComm\Server("127.0.0.1:0");
    $server->loop->futureTick(fn() => $server->stop());
    $server->run();
    echo "ready\n";
    for (;;) {
        usleep(1000);
    }
');
echo $child->line(), "\n";
$child->signal(SIGTERM);
echo $child->end(), "\n";
--EXPECT--
ready
signal 15
