<?php
/*
 * rtcomm with closures: /echo answers, /chat publishes on a channel to all others, /publish to the readers
 * of /feed/news. BENCH_TLS=FILE: TLS with FILE.pem and FILE.key. BENCH_DEFLATE=1: compression.
 * BENCH_BUSY_POLL=N: look for N microseconds before going to sleep.
 */
declare(strict_types=1);

use RtComm\Connection;
use RtComm\Server;
use RtComm\Tls;

$files = getenv('BENCH_TLS');
$spin = getenv('BENCH_BUSY_POLL');
$server = new Server(null, ['deflate' => getenv('BENCH_DEFLATE') !== false]
    + ($spin === false ? [] : ['busyPoll' => (int) $spin]));
$server->listen('127.0.0.1:' . $argv[1], $files === false ? null : new Tls("{$files}.pem", "{$files}.key"));
$chat = $server->channel('chat');
$server->handle('/echo', message: static function (Connection $conn, string $data): void {
    $conn->send($data);
});
$server->handle(
    '/chat',
    open: static function (Connection $conn): void {
        $conn->subscribe('chat');
    },
    message: static function (Connection $conn, string $data) use ($chat): void {
        $chat->publish($data, except: $conn);
    },
);
$server->channels('news', history: 64);
$server->feed('/feed/{channel}');
$news = $server->channel('news');
$server->handle('/publish', message: static function (Connection $conn, string $data) use ($news): void {
    $news->publish($data);
});
echo "loop: rtcomm\n";
$server->run();
