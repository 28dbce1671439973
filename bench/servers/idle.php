<?php

/* For bench/idle: a feed and a conversation, whose messages are those of one channel. Prints its address, and after it
   the one for TLS, if there is TLS. */

$server = new RtComm\Server(null, ['heartbeat' => 60.0, 'backlog' => 4096]);
$server->channels('news', history: 10);
$server->feed('/feed/{channel}', publish: 'secret');
$server->handle('/talk', open: fn(RtComm\Connection $conn) => $conn->subscribe('news'), message: fn() => null);
$addresses = [$server->listen('127.0.0.1:0')];
$pair = __DIR__ . '/../../tests/tls/certificates/server';
try {
    $addresses[] = $server->listen('127.0.0.1:0', new RtComm\Tls("{$pair}.pem", "{$pair}.key"));
} catch (RtComm\ListenException $fault) {
    throw $fault;
} catch (RtComm\RuntimeException) {
    /* built without */
}
echo implode(' ', $addresses), "\n";
$server->run();
