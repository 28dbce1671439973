<?php

/* conversations-server.php SEED LINGER SOCKET: conversations that echo what they are told, and are told numbers from a
 * timer until /quiet is asked for; /report tells what was sent and received in each, /close closes some. Prints its
 * address. */

use RtComm\{CloseInfo, Connection, Request, Server};

[, $seed, $linger, $socket] = $argv;
require __DIR__ . '/wire.inc';

/** What happened in one conversation. */
final class Talk
{
    public array $sent = [];
    public array $received = [];
    public array $events = [];

    public function __construct(public readonly Connection $conn)
    {
    }

    public function say(string $data, bool $binary): void
    {
        $this->sent[] = [base64_encode($data), $binary];
        $binary ? $this->conn->sendBinary($data) : $this->conn->send($data);
    }
}

mt_srand((int) $seed);
$talks = new ArrayObject();
$server = new Server(null, ['heartbeat' => 1.0, 'pongTimeout' => 20.0, 'sessionLinger' => (float) $linger]);
$server->handle(
    '/talk',
    open: function (Connection $conn) use ($talks) {
        $name = $conn->request->query('client');
        $talks[$name] ??= new Talk($conn);
        $talks[$name]->events[] = 'open';
        $conn->data = $talks[$name];
    },
    message: function (Connection $conn, string $data, bool $binary) {
        $talk = $conn->data;
        $talk->events[] = 'message';
        $talk->received[] = [base64_encode($data), $binary];
        $talk->say("echo $data", $binary);
    },
    close: fn(Connection $conn, CloseInfo $info) => $conn->data->events[] = "close $info->code",
);

$number = 0;
$timer = $server->loop->addPeriodicTimer(0.005, function () use ($talks, &$number) {
    foreach ($talks as $talk) {
        if (chance(0.1) && $talk->conn->isOpen()) {
            for ($count = chance(0.1) ? mt_rand(2, 12) : 1; $count > 0; $count--) {
                $number++;
                $binary = chance(0.2);
                $more = chance(0.02) ? str_repeat('0123456789abcdef', mt_rand(1, 1000)) : '';
                $talk->say($binary ? "number $number\0\xff" : "number $number\nof «many»\n$more", $binary);
            }
        }
    }
});
$server->http('/quiet', function () use ($server, $timer) {
    $server->loop->cancelTimer($timer);
    return [];
});
$server->http('/close', function (Request $request) use ($talks) {
    $talks[$request->query('client')]->conn->close(4000, 'that is all');
    return [];
});
$server->http('/report', fn() => array_map(fn($talk) => [
    'sent' => count($talk->sent),
    'events' => array_count_values($talk->events),
    'last' => end($talk->events),
], $talks->getArrayCopy()));
$server->http('/talk-of', fn(Request $request) => [
    'sent' => $talks[$request->query('client')]->sent,
    'received' => $talks[$request->query('client')]->received,
]);
$server->loop->addReadStream(STDIN, fn() => $server->stop(0));
$server->listen("unix:$socket");
echo $server->listen('127.0.0.1:0'), "\n";
$server->run();
