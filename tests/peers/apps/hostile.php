<?php

declare(strict_types=1);

/*
 * For run-hostile: an echo at /, which also tells how many messages came, a request at /http, a feed at /feed, and
 * counters at /stats. handshakeTimeout is long, so that a crowd of half requests stands at once; at /soon nothing is.
 */

use RtComm\{Response, Server};

$server = new Server(null, [
    'handshakeTimeout' => 30.0,
    'closeTimeout' => 6.0,
    'sessionLinger' => 3.0,
    'sendBufferLimit' => 65536,
]);
$address = $server->listen($argv[1] ?? '127.0.0.1:0');
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$server->http('/http', fn($request) => (string) count($request->headers()), methods: ['GET', 'POST']);
$server->http('/query', fn($request) => (string) count($request->query()));
$server->http('/answer', fn() => str_repeat('x', 16384));
$server->feed('/feed');
$server->http('/stats', function () use ($server): Response {
    gc_collect_cycles();
    return Response::json(['memory' => memory_get_usage()] + $server->stats());
});
$server->onLog(null);
echo "Ready at ws://{$address}/\n";
$server->run();
