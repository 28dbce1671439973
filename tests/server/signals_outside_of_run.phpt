--TEST--
tick() leaves signals alone
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    $server = new RtComm\Server("127.0.0.1:0");
    $server->tick();
    echo "ready\n";
    for (;;) {
        $server->tick(0.01);
    }
');
echo $child->line(), "\n";
$child->signal(SIGINT);
echo $child->end(), "\n";
--EXPECT--
ready
signal 2
