<?php

declare(strict_types=1);

/*
 * Sends every message back, as it came.
 *
 *     php -d extension=rtcomm examples/echo.php [ADDRESS]
 */

use RtComm\{Connection, Server};

$server = new Server();
$address = $server->listen($argv[1] ?? '127.0.0.1:8080');

$server->handle(
    '/',
    message: fn(Connection $conn, string $data, bool $binary) => $binary ? $conn->sendBinary($data) : $conn->send($data),
    options: ['subprotocols' => ['echo']],
);

echo "Echoing at ws://{$address}/ (Ctrl-C ends it)\n";
$server->run();
