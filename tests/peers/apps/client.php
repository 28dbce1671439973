<?php

declare(strict_types=1);

/*
 * For run-client-js: client.php [ADDRESS]. A conversation that echoes, counts and closes, and, where this server has
 * them, feeds with a history. Prints what it offers beside WebSockets, and each close that it is told of.
 */

use RtComm\{CloseInfo, Connection, Server};

$server = new Server();
$address = $server->listen($argv[1] ?? '127.0.0.1:0');
$server->handle(
    '/talk',
    open: fn(Connection $conn) => $conn->send("by {$conn->transport->value}"),
    message: function (Connection $conn, string $data, bool $binary) use ($server): void {
        $words = explode(' ', $data, 3);
        if ($binary) {
            $conn->sendBinary(strrev($data));
        } elseif ($words[0] === 'count') {
            $next = 0;
            $timer = $server->loop->addPeriodicTimer(0.002, function () use (&$timer, &$next, $conn, $server, $words): void {
                $conn->send((string) $next++);
                if ($next === (int) $words[1]) {
                    $server->loop->cancelTimer($timer);
                }
            });
        } elseif ($words[0] === 'close') {
            $conn->send('last');
            $conn->close((int) $words[1], $words[2]);
        } else {
            $conn->send($data);
        }
    },
    close: function (Connection $conn, CloseInfo $info): void {
        echo "closed {$conn->transport->value} {$info->code}\n";
    },
);
$hasFeeds = method_exists($server, 'feed') && method_exists($server, 'channels');
if ($hasFeeds) {
    $server->channels('*', history: 1000);
    $server->feed('/feed/{channel}', publish: 'a-secret');
    $server->feed('/feeds');
}

echo $hasFeeds ? "feeds\n" : '', "ready at http://{$address}/\n";
$server->run();
