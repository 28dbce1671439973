<?php

declare(strict_types=1);

/*
 * For run-robustness: an echo at /, a channel at /reader, /closing and /lossy (three ways to deal with slow readers),
 * a flood into that channel at /flood, and counters at /stats.
 */

use RtComm\{CloseInfo, Connection, Overflow, Request, Response, Server, Transport};

$server = new Server(null, ['handshakeTimeout' => 1.0, 'closeTimeout' => 1.0]);
$address = $server->listen($argv[1] ?? '127.0.0.1:0');

$counts = ['opened' => 0, 'closed' => 0, 'messages' => 0, 'published' => 0, 'codes' => []];
$reader = null;

$open = function (Connection $conn) use (&$counts): void {
    $counts['opened']++;
};
$subscribe = function (Connection $conn) use ($open, &$reader): void {
    $open($conn);
    $conn->subscribe('flood');
    if ($conn->request->path === '/reader') {
        $reader = $conn;
    }
};
$close = function (Connection $conn, CloseInfo $info) use (&$counts, &$reader): void {
    $counts['closed']++;
    $counts['codes'][$info->code] = ($counts['codes'][$info->code] ?? 0) + 1;
    if ($conn === $reader) {
        $reader = null;
    }
};
$echo = function (Connection $conn, string $data, bool $binary) use (&$counts): void {
    $counts['messages']++;
    $binary ? $conn->sendBinary($data) : $conn->send($data);
};

/* Any GET elsewhere begins a session, which outlives its connection. */
$only = [Transport::WebSocket];
$server->handle('/', open: $open, message: $echo, close: $close, transports: $only);
$server->handle('/reader', open: $subscribe, close: $close, transports: $only);
$server->handle('/closing', open: $subscribe, close: $close, transports: $only);
$server->handle('/lossy', open: $subscribe, close: $close, transports: $only,
    options: ['overflow' => Overflow::DropOldest]);

/* Publishes as fast as the reader reads: never more than half of what its queue may hold. */
$server->http('/flood', function (Request $request) use ($server, &$counts, &$reader): string {
    $left = (int) $request->query('count');
    $payload = str_repeat('rtcomm! ', 8192);
    $channel = $server->channel('flood');
    $publish = function () use (&$publish, &$left, &$counts, &$reader, $server, $channel, $payload): void {
        while ($left > 0 && $reader !== null && $reader->bufferedBytes() < 524288) {
            $channel->publish($payload, binary: true);
            $counts['published']++;
            $left--;
        }
        if ($left > 0 && $reader !== null) {
            $server->loop->addTimer(0.001, $publish);
        }
    };
    $server->loop->futureTick($publish);
    return 'started';
});

$server->http('/stats', function () use ($server, &$counts): Response {
    gc_collect_cycles();
    return Response::json($counts + [
        'connections' => count(iterator_to_array($server->connections(), false)),
        'memory' => memory_get_usage(),
    ]);
});

$server->onLog(null);
echo "Ready at ws://{$address}/\n";
$server->run();
