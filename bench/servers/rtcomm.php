<?php
/* rtcomm with closures: /echo answers, /chat publishes on a channel to all others. */
declare(strict_types=1);

use RtComm\Connection;
use RtComm\Server;

$server = new Server('127.0.0.1:' . $argv[1]);
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
echo "loop: rtcomm\n";
$server->run();
