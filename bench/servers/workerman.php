<?php
/* Workerman with one worker process; its autoloader is prepended. Files go to the working directory. */
declare(strict_types=1);

use Workerman\Connection\TcpConnection;
use Workerman\Worker;

$worker = new Worker('websocket://127.0.0.1:' . $argv[1]);
$worker->count = 1;
$chat = [];
$worker->onWorkerStart = static function (): void {
    echo 'loop: ', get_class(Worker::$globalEvent), "\n";
};
$worker->onWebSocketConnect = static function (TcpConnection $conn, $request) use (&$chat): void {
    if ($request->path() === '/chat') {
        $chat[$conn->id] = $conn;
    }
};
$worker->onMessage = static function (TcpConnection $conn, string $data) use (&$chat): void {
    if (!isset($chat[$conn->id])) {
        $conn->send($data);
        return;
    }
    foreach ($chat as $client) {
        if ($client !== $conn) {
            $client->send($data);
        }
    }
};
$worker->onClose = static function (TcpConnection $conn) use (&$chat): void {
    unset($chat[$conn->id]);
};
Worker::$pidFile = getcwd() . '/workerman.pid';
Worker::$logFile = getcwd() . '/workerman.log';
Worker::$statusFile = getcwd() . '/workerman.status';
$argv = [$argv[0], 'start'];
Worker::runAll();
