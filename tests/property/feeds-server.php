<?php

/* feeds-server.php SEED PUBLICATIONS SHORT TRUTH SOCKET: serves channels, and publishes in them from a timer once
 * /go is asked for. Prints its address, then "done" when everything is published and written to the file TRUTH. */

use RtComm\{Request, Server};

[, $seed, $publications, $short, $truth, $socket] = $argv;
require __DIR__ . '/wire.inc';
require __DIR__ . '/feeds.inc';

$server = new Server(null, ['sendBufferLimit' => 1 << 16, 'heartbeat' => 1.0, 'pongTimeout' => 20.0]);
$server->channels('long-*', history: 100000);
$server->channels('short-*', history: (int) $short);
$server->feed('/feed/{channel}', publish: SECRET);
$server->feed('/feeds');

$channels = array_map($server->channel(...), CHANNELS); /* while they are held, their numbering goes on */
mt_srand((int) $seed);
$record = fopen($truth, 'w');
$left = (int) $publications;
$publish = function () use ($server, $record, &$left, &$timer) {
    /* Now and then more than what fits in the buffers of those that do not read. */
    $burst = chance(0.003);
    for ($count = $burst ? 25 : 1; $count > 0 && $left > 0; $count--) {
        [$channel, $data, $event, $binary] = $burst ? large($left) : publication('timer', $left);
        $left--;
        $before = now();
        $id = $server->channel($channel)->publish($data, $event, binary: $binary);
        record($record, $channel, $id, $before, $data, $event, $binary);
    }
    if ($left === 0) {
        $left = -1;
        $server->loop->cancelTimer($timer);
        fclose($record);
        echo "done\n";
    }
};
$server->http('/go', function (Request $request) use ($server, $publish, &$timer) {
    $timer = $server->loop->addPeriodicTimer(0.004, $publish);
    return ['going' => true];
});
$server->loop->addReadStream(STDIN, fn() => $server->stop(0));
$server->listen("unix:$socket");
echo $server->listen('127.0.0.1:0'), "\n";
$server->run();
