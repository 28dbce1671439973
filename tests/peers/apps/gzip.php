<?php

/* gzip.php ADDRESS: for run-gzip. A feed whose channel "ticks" has the time in milliseconds and a text every 40 ms, long
 * and short in turn, and a conversation that is sent the same. */

use RtComm\{Connection, Request, Response, Server};

$server = new Server(null, ['deflate' => ['minSize' => 500], 'heartbeat' => 1.0]);
$server->channels('*', history: 200);
$server->feed('/feed/{channel}');
$server->handle('/chat', open: fn(Connection $conn) => $conn->subscribe('ticks'));
$server->http('/page', fn(Request $request) => new Response(
    200,
    '<!doctype html><title>gzip</title><link rel="icon" href="data:,">',
    ['Content-Type' => 'text/html; charset=utf-8'],
));
$ticks = $server->channel('ticks');
$number = 0;
$server->loop->addPeriodicTimer(0.04, function () use ($ticks, &$number) {
    $text = str_repeat('{"text":"much like the others, ö and ü"}', $number % 3 === 0 ? 100 : $number % 3);
    $ticks->publish(sprintf('%d %d %s', microtime(true) * 1000, $number++, $text));
});
echo $server->listen($argv[1]), "\n";
$server->run();
