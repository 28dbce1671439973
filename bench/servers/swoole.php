<?php
/*
 * Swoole in base mode with one worker: one process does everything. What is said on /publish goes to the event streams
 * of /feed/news. BENCH_TLS=FILE: TLS with FILE.pem and FILE.key. BENCH_DEFLATE=1: compression.
 */
declare(strict_types=1);

use Swoole\Http\Request;
use Swoole\Http\Response;
use Swoole\WebSocket\Frame;
use Swoole\WebSocket\Server;

$files = getenv('BENCH_TLS');
$deflate = getenv('BENCH_DEFLATE') !== false;
$flags = SWOOLE_WEBSOCKET_FLAG_FIN | ($deflate ? SWOOLE_WEBSOCKET_FLAG_COMPRESS : 0);
$server = new Server('127.0.0.1', (int) $argv[1], SWOOLE_BASE, SWOOLE_SOCK_TCP | ($files === false ? 0 : SWOOLE_SSL));
$server->set([
    'worker_num' => 1,
    'enable_coroutine' => false,
    'log_file' => getcwd() . '/swoole.log',
    'websocket_compression' => $deflate,
    'http_compression' => false,
] + ($files === false ? [] : ['ssl_cert_file' => "{$files}.pem", 'ssl_key_file' => "{$files}.key"]));
$chat = [];
$publishers = [];
$streams = [];
$server->on('open', static function (Server $server, Request $request) use (&$chat, &$publishers): void {
    if ($request->server['path_info'] === '/chat') {
        $chat[$request->fd] = true;
    } elseif ($request->server['path_info'] === '/publish') {
        $publishers[$request->fd] = true;
    }
});
$server->on('request', static function (Request $request, Response $response) use (&$streams): void {
    $response->header('Content-Type', 'text/event-stream');
    $response->write(": hello\n\n");
    $streams[$request->fd] = $response;
});
$server->on('message', static function (Server $server, Frame $frame) use (&$chat, &$publishers, &$streams, $flags): void {
    if (isset($chat[$frame->fd])) {
        foreach ($chat as $fd => $_) {
            if ($fd !== $frame->fd) {
                $server->push($fd, $frame->data, SWOOLE_WEBSOCKET_OPCODE_TEXT, $flags);
            }
        }
    } elseif (isset($publishers[$frame->fd])) {
        foreach ($streams as $stream) {
            $stream->write("data: {$frame->data}\n\n");
        }
    } else {
        $server->push($frame->fd, $frame->data, SWOOLE_WEBSOCKET_OPCODE_TEXT, $flags);
    }
});
$server->on('close', static function (Server $server, int $fd) use (&$chat, &$publishers, &$streams): void {
    unset($chat[$fd], $publishers[$fd], $streams[$fd]);
});
echo "loop: Swoole's own (epoll), SWOOLE_BASE\n";
$server->start();
