<?php
/* Swoole in base mode with one worker: one process does everything. */
declare(strict_types=1);

use Swoole\Http\Request;
use Swoole\WebSocket\Frame;
use Swoole\WebSocket\Server;

$server = new Server('127.0.0.1', (int) $argv[1], SWOOLE_BASE);
$server->set([
    'worker_num' => 1,
    'enable_coroutine' => false,
    'log_file' => getcwd() . '/swoole.log',
]);
$chat = [];
$server->on('open', static function (Server $server, Request $request) use (&$chat): void {
    if ($request->server['path_info'] === '/chat') {
        $chat[$request->fd] = true;
    }
});
$server->on('message', static function (Server $server, Frame $frame) use (&$chat): void {
    if (!isset($chat[$frame->fd])) {
        $server->push($frame->fd, $frame->data);
        return;
    }
    foreach ($chat as $fd => $_) {
        if ($fd !== $frame->fd) {
            $server->push($fd, $frame->data);
        }
    }
});
$server->on('close', static function (Server $server, int $fd) use (&$chat): void {
    unset($chat[$fd]);
});
echo "loop: Swoole's own (epoll), SWOOLE_BASE\n";
$server->start();
