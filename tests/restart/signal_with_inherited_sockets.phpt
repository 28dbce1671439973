--TEST--
SIGTERM is a restart where all sockets were inherited: clients are told 1012; with one of its own it is not
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

$socket = stream_socket_server('tcp://127.0.0.1:0');
foreach ([false, true] as $another) {
    $child = new Child('
        $server = new RtComm\Server();
        $server->handle("/", open: fn() => null);
        echo $server->listen("fd:3"), "\n";
        ' . ($another ? '$server->listen("127.0.0.1:0");' : '') . '
        $server->run();
    ', '', [3 => $socket]);
    $client = new WebSocketClient(null, $child->line());
    $child->signal(15);
    echo $client->text(), "\n";
    $client->sendClose(1012);
    echo $child->end(), "\n";
}
--EXPECT--
(close 1012 service restart)
exit 0
(close 1001)
exit 0
