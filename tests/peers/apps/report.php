<?php

declare(strict_types=1);

/*
 * For run-clients: does what its clients ask for, and prints each close that it is told of, one JSON object a line.
 */

use RtComm\{CloseInfo, Connection, Server};

$server = new Server();
$address = $server->listen($argv[1] ?? '127.0.0.1:0');

$server->handle(
    '/report',
    open: function (Connection $conn): void {
        $conn->data = $conn->request->query('name');
        $conn->send('hello ' . ($conn->subprotocol ?? 'none'));
    },
    message: function (Connection $conn, string $data, bool $binary): void {
        $words = explode(' ', $data, 3);
        match ($words[0]) {
            'close' => $conn->close((int) $words[1], $words[2] ?? ''),
            'terminate' => $conn->terminate(),
            'ping' => $conn->ping($words[1]),
            'burst' => array_map(fn(int $n) => $conn->send("burst {$n}"), range(1, (int) $words[1])),
            'sayAndClose' => [$conn->send('last words'), $conn->close(4000, 'said')],
            default => $conn->send($binary ? 'binary ' . strlen($data) : "text {$data}"),
        };
    },
    close: function (Connection $conn, CloseInfo $info): void {
        echo json_encode([
            'name' => $conn->data,
            'code' => $info->code,
            'reason' => $info->reason,
            'clean' => $info->clean,
            'byPeer' => $info->byPeer,
        ], JSON_UNESCAPED_UNICODE), "\n";
    },
    options: ['subprotocols' => ['beta', 'alpha']],
);

echo "Reporting at ws://{$address}/\n";
$server->run();
