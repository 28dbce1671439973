<?php

declare(strict_types=1);

/* For run-tls: an echo, a stream and a request over TLS, with two certificates; and a port that wants one of clients. */

use RtComm\{Connection, Server, Tls};

$directory = __DIR__ . '/../../tls/certificates';
$pair = fn(string $name): array => ["{$directory}/{$name}.pem", "{$directory}/{$name}.key"];
[$certificate, $key] = $pair('chat');

$server = new Server();
$server->onLog(function (string $level, string $message): void {
    echo "{$level}: {$message}\n";
});
$address = $server->listen('127.0.0.1:0', new Tls(
    ...$pair('server'),
    sni: ['chat.example' => ['certificate' => $certificate, 'privateKey' => $key]],
));
$strict = $server->listen('127.0.0.1:0', new Tls(...$pair('server'), clientCa: "{$directory}/ca.pem"));

$server->handle(
    '/echo',
    message: fn(Connection $conn, string $data, bool $binary) => $binary ? $conn->sendBinary($data) : $conn->send($data),
);
$server->handle('/stream', open: fn(Connection $conn) => $conn->send('hello by ' . $conn->transport->value));
$server->http('/', fn($request) => (string) $request->getUri() . ($request->clientCertificate() !== null ? ' known' : ''));
$server->http('/large', fn() => str_repeat('0123456789abcdef', 1 << 18));

echo "wss://{$address}/ wss://{$strict}/\n";
$server->run();
