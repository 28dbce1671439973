--TEST--
SIGINT and SIGTERM stop run(): clients get 1001, and the script goes on
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

foreach ([SIGINT, SIGTERM] as $signal) {
    $child = new Child('
        $server = new RtComm\Server();
        $server->handle("/", open: fn() => null, close: fn($conn, $info) => print describe($info) . "\n");
        echo serve($server), "\n";
        $server->run();
        echo "run() is over\n";
    ');
    $client = new WebSocketClient(null, $child->line());
    $child->signal($signal);
    echo $client->text(), "\n";
    $client->sendClose(1001);
    echo $client->text(), "\n";
    echo $child->line(), "\n", $child->line(), "\n", $child->end(), "\n", $child->errors;
}
--EXPECT--
(close 1001)
(end)
1001, clean
run() is over
exit 0
(close 1001)
(end)
1001, clean
run() is over
exit 0
