<?php
/*
 * Workerman with one worker process; its autoloader is prepended. Files go to the working directory. What is said on
 * /publish goes to the event streams of /feed/news, which Workerman serves on a port of its own: the next one,
 * if there is BENCH_STREAMS. BENCH_TLS=FILE: TLS with FILE.pem and FILE.key.
 */
declare(strict_types=1);

use Workerman\Connection\TcpConnection;
use Workerman\Protocols\Http\Response;
use Workerman\Protocols\Http\ServerSentEvents;
use Workerman\Worker;

$files = getenv('BENCH_TLS');
$worker = new Worker('websocket://127.0.0.1:' . $argv[1], $files === false ? [] : [
    'ssl' => ['local_cert' => "{$files}.pem", 'local_pk' => "{$files}.key", 'verify_peer' => false],
]);
if ($files !== false) {
    $worker->transport = 'ssl';
}
$worker->count = 1;
$chat = [];
$publishers = [];
$streams = [];
$worker->onWorkerStart = static function () use ($argv, &$streams): void {
    echo 'loop: ', get_class(Worker::$globalEvent), "\n";
    if (getenv('BENCH_STREAMS') === false) {
        return;
    }
    $events = new Worker('http://127.0.0.1:' . ((int) $argv[1] + 1));
    $events->onMessage = static function (TcpConnection $conn) use (&$streams): void {
        $conn->send(new Response(200, ['Content-Type' => 'text/event-stream'], "\r\n"));
        $streams[$conn->id] = $conn;
    };
    $events->onClose = static function (TcpConnection $conn) use (&$streams): void {
        unset($streams[$conn->id]);
    };
    $events->listen();
};
$worker->onWebSocketConnect = static function (TcpConnection $conn, $request) use (&$chat, &$publishers): void {
    if ($request->path() === '/chat') {
        $chat[$conn->id] = $conn;
    } elseif ($request->path() === '/publish') {
        $publishers[$conn->id] = $conn;
    }
};
$worker->onMessage = static function (TcpConnection $conn, string $data) use (&$chat, &$publishers, &$streams): void {
    if (isset($chat[$conn->id])) {
        foreach ($chat as $client) {
            if ($client !== $conn) {
                $client->send($data);
            }
        }
    } elseif (isset($publishers[$conn->id])) {
        foreach ($streams as $stream) {
            $stream->send(new ServerSentEvents(['data' => $data]));
        }
    } else {
        $conn->send($data);
    }
};
$worker->onClose = static function (TcpConnection $conn) use (&$chat, &$publishers): void {
    unset($chat[$conn->id], $publishers[$conn->id]);
};
Worker::$pidFile = getcwd() . '/workerman.pid';
Worker::$logFile = getcwd() . '/workerman.log';
Worker::$statusFile = getcwd() . '/workerman.status';
$argv = [$argv[0], 'start'];
Worker::runAll();
