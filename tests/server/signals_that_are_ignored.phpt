--TEST--
A signal that is ignored stays ignored
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    pcntl_signal(SIGINT, SIG_IGN);
    $server = new RtComm\Server("127.0.0.1:0");
    $server->loop->futureTick(fn() => print "ready\n");
    $server->loop->addTimer(0.3, function () use ($server) {
        echo "still here\n";
        $server->stop();
    });
    $server->run();
');
echo $child->line(), "\n";
$child->signal(SIGINT);
echo $child->line(), "\n", $child->end(), "\n";
--EXPECT--
ready
still here
exit 0
