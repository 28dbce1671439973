<?php

declare(strict_types=1);

/* server.php UNIX [CERTIFICATE KEY]: the server of the soak. It prints the address of each listener, then "ready";
 * it stops when its input ends, or by a signal. A client speaks in words: "echo TEXT", "say TEXT", "to NAME TEXT". */

use RtComm\{CloseInfo, Connection, Handler, Request, Response, Server};

error_reporting(E_ALL);
ini_set('display_errors', 'stderr');
ini_set('memory_limit', '256M');

/** Rooms, direct messages, echoes; what goes to the hall and to a name is numbered. */
final class Talk implements Handler
{
    /** @var array<string,Connection> */
    private array $names = [];
    public int $hall = 0;

    public function __construct(private readonly Server $server)
    {
    }

    public function onOpen(Connection $conn): void
    {
        $conn->data = ['name' => '', 'direct' => 0];
    }

    public function onMessage(Connection $conn, string $data, bool $binary): void
    {
        if ($binary) {
            $conn->sendBinary($data);
            return;
        }
        [$word, $rest] = explode(' ', $data, 2) + ['', ''];
        match ($word) {
            'echo' => $conn->send($data),
            'name' => $this->name($conn, $rest),
            'join' => $conn->subscribe($rest),
            'leave' => $conn->unsubscribe($rest),
            'say' => $this->say($rest),
            'room' => $this->room($conn, ...explode(' ', $rest, 2)),
            'to' => $this->to(...explode(' ', $rest, 2)),
            'flood' => $this->flood($conn, (int) $rest),
            'throw' => throw new RuntimeException("thrown for {$rest}"),
            'bye' => $conn->close(4000, $rest),
            default => $conn->send("what? {$word}"),
        };
    }

    public function onClose(Connection $conn, CloseInfo $info): void
    {
        if (($this->names[$conn->data['name']] ?? null) === $conn) {
            unset($this->names[$conn->data['name']]);
        }
    }

    public function onError(Connection $conn, Throwable $error): void
    {
        $conn->send('error ' . $error->getMessage());
    }

    public function say(string $text): void
    {
        $this->server->channel('hall')->publish('hall ' . ++$this->hall . " {$text}");
    }

    public function named(): int
    {
        return count($this->names);
    }

    private function name(Connection $conn, string $name): void
    {
        unset($this->names[$conn->data['name']]);
        $conn->data['name'] = $name;
        $this->names[$name] = $conn;
        $conn->send("named {$name}");
    }

    private function room(Connection $conn, string $room, string $text = ''): void
    {
        $this->server->channel($room)->publish("room {$text}", except: $conn);
    }

    private function to(string $name, string $text = ''): void
    {
        $conn = $this->names[$name] ?? null;
        if ($conn !== null) {
            $conn->send('direct ' . ++$conn->data['direct'] . " {$text}");
        }
    }

    private function flood(Connection $conn, int $messages): void
    {
        $message = str_repeat('flood ', 5000);
        while ($messages-- > 0) {
            $conn->send($message);
        }
    }
}

$server = new Server(options: [
    'handshakeTimeout' => 8.0,
    'closeTimeout' => 2.0,
    'heartbeat' => 5.0,
    'pongTimeout' => 30.0,
    'sendBufferLimit' => 1 << 18,
    'maxMessageSize' => 1 << 18,
    'deflate' => RtComm\WebSocket\Deflate::negotiate('permessage-deflate') !== null, /* built without zlib: not */
]);
/* What clients do is noted by the engine as warnings; the soak wants to see what else there is. */
$noted = [];
$server->onLog(function (string $level, string $message, array $context) use (&$noted): void {
    $event = "{$level} " . ($context['event'] ?? preg_replace('/\d+(\.\d+)*/', 'N', $message));
    $noted[$event] = ($noted[$event] ?? 0) + 1;
});

$talk = new Talk($server);
/* Those who stay, those who come for a visit, and those who vanish, whom the server forgets soon. */
$server->handle('/talk', $talk, options: ['sessionLinger' => 60.0, 'sendBufferLimit' => 1 << 20]);
$server->handle('/visit', $talk, options: ['sessionLinger' => 15.0]);
$server->handle('/brief', $talk, options: ['heartbeat' => 1.0, 'pongTimeout' => 2.0, 'sessionLinger' => 2.0]);

$server->channels('news.main', history: 300);
$server->channels('news.short', history: 5);
$server->channels('news.*', history: 20, ttl: 60.0);
$server->feed('/feed/{channel}', publish: 'a-secret');
$server->feed('/feeds');

$main = $server->channel('news.main');
$short = $server->channel('news.short');
$tick = function () use ($talk, $main, $short): void {
    $talk->say('tick');
    $main->publish('tick', 'tick');
    $short->publish('tick');
};
$server->loop->addPeriodicTimer(0.25, $tick);

/* What malloc() has given out, where FFI and the C library tell: it shows a leak that freed memory would hide. */
$libc = null;
if (extension_loaded('ffi')) {
    try {
        $libc = FFI::cdef('struct mallinfo2 { size_t arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks,'
            . ' fordblks, keepcost; }; struct mallinfo2 mallinfo2(void);', 'libc.so.6');
    } catch (FFI\Exception) {
    }
}
$heap = function () use ($libc): int {
    $info = $libc?->mallinfo2();
    return $info === null ? 0 : $info->uordblks + $info->hblkhd;
};

/* Where the numbers are. */
$marks = fn(): array => ['hall' => $talk->hall, 'main' => $main->cursor(), 'short' => $short->cursor()];

$server->http('/control', function () use ($server, $talk, $marks, $heap, &$noted): array {
    return [
        'stats' => $server->stats(),
        'heap' => $heap(),
        'php' => memory_get_usage(),
        'php_real' => memory_get_usage(true),
        'names' => $talk->named(),
        'log' => $noted,
    ] + $marks();
});
/* ?count=N publishes N messages at once, so that there is something under way. */
$server->http('/burst', function (Request $request) use ($talk, $main, $marks): array {
    for ($left = (int) $request->query('count'); $left > 0; $left--) {
        $talk->say(str_repeat('burst ', 100));
        $main->publish(str_repeat('burst ', 100));
    }
    return $marks();
});
$server->http('/page', fn(): Response => new Response(200, str_repeat('page ', 10000)));

$server->loop->addReadStream(STDIN, fn() => $server->stop(0));
echo 'unix ', $server->listen("unix:{$argv[1]}"), "\n";
echo 'tcp ', $server->listen('127.0.0.1:0'), "\n";
if (isset($argv[3])) {
    echo 'tls ', $server->listen('127.0.0.1:0', new RtComm\Tls($argv[2], $argv[3])), "\n";
}
echo "ready\n";
$server->run();
