<?php

/* A server that is replaced while it is used. Arguments: where to listen, and the path of the option handover. */

$server = new RtComm\Server(null, array_filter(['handover' => $argv[2] ?? null]));
$server->handle(
    '/chat',
    open: fn(RtComm\Connection $conn) => $conn->subscribe('ticks'),
    message: fn(RtComm\Connection $conn, string $data) => $conn->send("echo $data"),
);
$server->feed('/feed/{channel}');
$server->http('/who', fn() => (string) getmypid());
$server->loop->addPeriodicTimer(0.2, fn() => $server->channel('ticks')->publish('tick'));
$address = $server->listen($argv[1]);
$server->loop->futureTick(function () use ($address) {
    echo "serving http://$address/\n";
});
$server->run();
