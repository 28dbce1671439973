--TEST--
Signals that the script handles itself are left to it
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    pcntl_async_signals(true);
    $server = new RtComm\Server("127.0.0.1:0");
    pcntl_signal(SIGTERM, function () use ($server) {
        echo "mine\n";
        $server->stop();
    });
    $server->loop->futureTick(fn() => print "ready\n");
    $server->run();
    echo "run() is over\n";
');
echo $child->line(), "\n";
$child->signal(SIGTERM);
echo $child->line(), "\n", $child->line(), "\n", $child->end(), "\n";
--EXPECT--
ready
mine
run() is over
exit 0
