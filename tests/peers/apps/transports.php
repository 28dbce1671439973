<?php

/* transports.php ADDRESS SOCKET ORIGIN...: for run-transports. A chat and a feed on every transport, and the channel
 * "ticks", which tells the time in milliseconds every 40 ms; the pages of each ORIGIN may use them, too. */

use RtComm\{Connection, Request, Response, Server};

[, $address, $socket] = $argv;
@unlink($socket);
$server = new Server(null, ['origins' => ["http://$address", ...array_slice($argv, 3)], 'sessionLinger' => 5.0, 'heartbeat' => 2.0]);
$server->channels('*', history: 200);
$server->handle(
    '/chat',
    open: function (Connection $conn) use ($server) {
        $conn->subscribe('chat');
        $conn->send("welcome by {$conn->transport->value}");
    },
    message: fn(Connection $conn, string $data, bool $binary) =>
        $server->channel('chat')->publish("{$conn->transport->value}: $data", binary: $binary),
    close: fn() => $server->channel('chat')->publish('somebody left'),
);
$server->feed('/feed/{channel}', publish: 'secret');
$server->http('/page', fn(Request $request) => new Response(
    200,
    '<!doctype html><title>Transports</title><link rel="icon" href="data:,">',
    ['Content-Type' => 'text/html; charset=utf-8'],
));
$ticks = $server->channel('ticks');
$server->loop->addPeriodicTimer(0.04, fn() => $ticks->publish((string) (int) (microtime(true) * 1000)));
echo $server->listen($address), "\n";
$server->listen("unix:$socket");
$server->run();
