<?php

/*
 * Echoes, compressed in different ways; "publish:…" goes to everybody. A page for a browser at "/", and at "/bytes" how
 * many bytes came and went.
 */
$server = new RtComm\Server(null, ['deflate' => ['minSize' => 0], 'maxMessageSize' => 4 << 20, 'maxFrameSize' => 4 << 20]);
$routes = [
    '/context' => [],
    '/alone' => ['serverNoContextTakeover' => true, 'clientNoContextTakeover' => true, 'minSize' => 0],
    '/small' => ['serverMaxWindowBits' => 9, 'clientMaxWindowBits' => 9, 'minSize' => 0],
    '/smallest' => ['serverMaxWindowBits' => 8, 'clientMaxWindowBits' => 8, 'minSize' => 0],
    '/default' => true,
    '/plain' => false,
];
foreach ($routes as $path => $deflate) {
    $server->handle(
        $path,
        open: fn($conn) => $conn->subscribe('all'),
        message: function ($conn, string $data, bool $binary) use ($server) {
            if (str_starts_with($data, 'publish:')) {
                $server->channel('all')->publish(substr($data, 8), binary: $binary);
            } else {
                $binary ? $conn->sendBinary($data) : $conn->send($data);
            }
        },
        options: $deflate === [] ? [] : ['deflate' => $deflate],
    );
}
$server->http('/', fn() => new RtComm\Response(200, '<!doctype html><title>deflate</title>', ['Content-Type' => 'text/html']));
$server->http('/bytes', fn() => new RtComm\Response(200, "{$server->stats()['bytesIn']} {$server->stats()['bytesOut']}"));
echo 'http://', $server->listen('127.0.0.1:0'), "/\n";
$server->run();
