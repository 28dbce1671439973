<?php

/*
 * Signals: SIGTERM in each state that a client can be in, SIGKILL and a start again, and signals that the script handles
 * itself while it serves.
 *
 *   signals.php [--quick]
 */

require __DIR__ . '/stage.inc';

const SERVER = <<<'PHP'
    $server = new RtComm\Server(null, ['closeTimeout' => 4.0]);
    $server->handle('/', open: fn($conn) => $conn->subscribe('all'), message: function ($conn, $data) {
        match ($data) {
            'close' => $conn->close(),
            'busy' => usleep(300000),
            'big' => $conn->send(str_repeat('x', 3000000)),
            default => $conn->send("echo $data"),
        };
    });
    $server->http('/plain', fn($request) => 'plain ' . strlen($request->body), ['GET', 'POST']);
    $server->channels('*', history: 10);
    $server->feed('/feed', publish: 'secret');
    echo $server->listen(ADDRESS), "\n";
    $server->run();
    echo "RETURNED\n";
    PHP;

function start(string $address = '127.0.0.1:0'): array
{
    $child = new Child('const ADDRESS = ' . var_export($address, true) . ';' . SERVER);
    $address = $child->line();
    $client = (new Client(null, $address))->write('GET /plain ' . REQUEST . "Connection: close\r\n\r\n");
    hear($client, fn($text) => str_contains($text, 'plain 0')); /* it runs */
    return [$child, $address];
}

/** Reads until $done or the end of the connection. */
function hear(Client $client, callable $done, float $seconds = 20.0): bool
{
    for ($end = microtime(true) + $seconds; !$done($client->received) && !$client->ended; usleep(1000)) {
        if (microtime(true) > $end) {
            return false;
        }
        $client->pump();
    }
    return (bool) $done($client->received);
}

/** What others have said before is read: two requests, one after the other, take two turns of the server. */
function pass(string $address): void
{
    for ($i = 0; $i < 2; $i++) {
        $client = (new Client(null, $address))->write('GET /plain ' . REQUEST . "Connection: close\r\n\r\n");
        hear($client, fn($text) => str_contains($text, 'plain 0'));
    }
}

function frame(string $text): string
{
    return RtComm\WebSocket\Frame::encode($text, mask: true);
}

function websocket(string $address): Client
{
    $client = (new Client(null, $address))->write(WebSocketClient::handshake('/'));
    hear($client, fn($text) => str_contains($text, "\r\n\r\n"));
    return $client;
}

const GOING_AWAY = "\x88\x02\x03\xe9";

/** Brings a client into the state; gives what must be true of it at the end. */
$states = [
    'there is nobody' => fn($address) => fn() => true,
    'half a request is there' => function ($address) {
        $client = (new Client(null, $address))->write('GET /plain HTT');
        return fn() => hear($client, fn($text) => true) || $client->ended;
    },
    'half a body is there, and the rest comes' => function ($address) {
        $client = (new Client(null, $address))->write('POST /plain ' . REQUEST . "Content-Length: 6\r\n\r\nhel");
        pass($address);
        return function () use ($client) {
            $client->write('lo!');
            return hear($client, fn($text) => str_contains($text, 'plain 6'));
        };
    },
    'a kept connection is idle' => function ($address) {
        $client = (new Client(null, $address))->write('GET /plain ' . REQUEST . "\r\n");
        hear($client, fn($text) => str_contains($text, 'plain 0'));
        return function () use ($client) {
            hear($client, fn() => false);
            return $client->ended;
        };
    },
    'a WebSocket is open' => function ($address) {
        $client = websocket($address);
        return fn() => hear($client, fn($text) => str_contains($text, GOING_AWAY));
    },
    'three megabytes wait for a WebSocket' => function ($address) {
        $client = websocket($address);
        $client->write(frame('big'));
        pass($address);
        return function () use ($client) {
            $heard = hear($client, fn($text) => str_ends_with($text, GOING_AWAY));
            $client->write(RtComm\WebSocket\Frame::close(1001, '', mask: true));
            return $heard && substr_count($client->received, 'x') >= 3000000;
        };
    },
    'a callback is at work' => function ($address) {
        $client = websocket($address);
        $client->write(frame('busy') . frame('hello'));
        usleep(50000);
        return fn() => hear($client, fn($text) => str_contains($text, GOING_AWAY));
    },
    'a WebSocket closes, and its client does not answer' => function ($address) {
        $client = websocket($address);
        $client->write(frame('close'));
        hear($client, fn($text) => str_contains($text, "\x88"));
        return function () use ($client) {
            hear($client, fn() => false);
            return $client->ended;
        };
    },
    'an event stream is open' => function ($address) {
        $client = (new Client(null, $address))->write('GET / ' . REQUEST . "Accept: text/event-stream\r\n\r\n");
        hear($client, fn($text) => str_contains($text, '"session"'));
        return fn() => hear($client, fn($text) => str_contains($text, '"code":1001'));
    },
    'a long poll waits' => function ($address) {
        $client = (new Client(null, $address))->write('GET / ' . REQUEST . "\r\n");
        hear($client, fn($text) => preg_match('/"cursor":"[^"]+".*\}$/s', $text));
        preg_match('/"cursor":"([^"]+)"/', $client->received, $found);
        $client->write("GET /?cursor=$found[1]&wait=20 " . REQUEST . "\r\n");
        pass($address);
        return fn() => hear($client, fn($text) => str_contains($text, '"code":1001'));
    },
    'a session has no request' => function ($address) {
        $client = (new Client(null, $address))->write('GET / ' . REQUEST . "\r\n");
        hear($client, fn($text) => str_contains($text, '"session"'));
        $client->close();
        return fn() => true;
    },
    'feeds are read' => function ($address) {
        $stream = (new Client(null, $address))->write('GET /feed?channel=all ' . REQUEST . "Accept: text/event-stream\r\n\r\n");
        $socket = (new Client(null, $address))->write(WebSocketClient::handshake('/feed?channel=all'));
        hear($stream, fn($text) => str_contains($text, 'id: '));
        hear($socket, fn($text) => str_contains($text, "\r\n\r\n"));
        return fn() => hear($stream, fn($text) => str_contains(substr($text, 30), "retry: "))
            && hear($socket, fn($text) => str_contains($text, GOING_AWAY));
    },
];

$tried = 0;
foreach ($states as $state => $reach) {
    for ($i = 0; $i < (is_quick() ? 1 : 5); $i++) {
        [$child, $address] = start();
        $check = $reach($address);
        usleep(4000 * $i);
        $began = microtime(true);
        $child->signal(SIGTERM);
        $heard = $check();
        $end = $child->end();
        $seconds = microtime(true) - $began;
        Table::trial("SIGTERM while $state", match (true) {
            !$heard => "the client did not hear what it should; $end $child->output $child->errors",
            $end !== 'exit 0' || !str_contains($child->output, 'RETURNED') => "$end $child->output $child->errors",
            $seconds > 30 => "it took $seconds s",
            default => '',
        });
        $tried++;
    }
}
Table::line(
    'SIGTERM in each of ' . count($states) . ' states',
    $tried,
    'run() returns, exit code 0; clients are told 1001, or have their answer',
    'nothing that was queued and that the client takes within the grace',
);

/* The second one has no patience. */
$tried = 0;
for ($i = 0; $i < (is_quick() ? 2 : 10); $i++) {
    [$child, $address] = start();
    $client = websocket($address);
    $began = microtime(true);
    $child->signal(SIGTERM);
    hear($client, fn($text) => str_contains($text, GOING_AWAY)); /* and no answer */
    $child->signal(SIGTERM);
    $end = $child->end();
    Table::trial('a second SIGTERM', $end === 'exit 0' ? '' : $end);
    $tried++;
}
Table::line('a second SIGTERM, while clients do not answer', $tried, 'run() returns at once, exit code 0', 'what clients did not take');

/* SIGKILL, and a start again on the same socket. */
$tried = 0;
$path = sys_get_temp_dir() . '/rtcomm-faults-' . getmypid();
for ($i = 0; $i < (is_quick() ? 3 : 20); $i++) {
    [$child, $address] = start("unix:$path");
    $authorization = "Authorization: Bearer secret\r\nContent-Length: 8\r\n\r\nnumber 1";
    $reader = (new Client(null, $address))->write('GET /feed?channel=c ' . REQUEST . "Accept: text/event-stream\r\n\r\n");
    hear($reader, fn($text) => str_contains($text, 'id: '));
    $session = (new Client(null, $address))->write('GET / ' . REQUEST . "Accept: text/event-stream\r\n\r\n");
    hear($session, fn($text) => str_contains($text, '"session"'));
    $poster = (new Client(null, $address))->write('POST /feed?channel=c ' . REQUEST . $authorization);
    hear($reader, fn($text) => str_contains($text, "number 1\n"));
    preg_match_all('/^id: (.+)$/m', $reader->received, $cursors);
    preg_match('/^id: (.+)$/m', $session->received, $place);
    $child->signal(SIGKILL);
    $end = $child->end();
    $left = file_exists($path);
    [$child, $address] = start("unix:$path");
    $cursor = end($cursors[1]);
    $again = (new Client(null, $address))->write('GET /feed?channel=c ' . REQUEST . "Accept: text/event-stream\r\nLast-Event-ID: $cursor\r\n\r\n");
    $poll = (new Client(null, $address))->write("GET /feed?channel=c&cursor=$cursor " . REQUEST . "\r\n");
    $gone = (new Client(null, $address))->write('GET / ' . REQUEST . "Accept: text/event-stream\r\nLast-Event-ID: $place[1]\r\n\r\n");
    Table::trial('SIGKILL and a start again', match (true) {
        $end !== 'signal 9' => $end,
        !$left => 'there was no socket left over',
        !hear($again, fn($text) => str_contains($text, 'event: gap')) => 'the stream was not told of the gap',
        !hear($poll, fn($text) => str_contains($text, '"gap":true')) => 'the poll was not told of the gap',
        !hear($gone, fn($text) => str_contains($text, ' 410 ')) => 'the session was not told that it is gone',
        default => '',
    });
    $child->signal(SIGTERM);
    Table::trial('and it takes its socket with it', $child->end() === 'exit 0' && !file_exists($path) ? '' : 'it stayed');
    $tried++;
}
Table::line(
    'SIGKILL, and a start again on the same unix socket',
    $tried,
    'the socket left over is replaced; feeds say "gap", sessions 410',
    'the history in memory: clients are told',
);

/* Signals of the script's own, while it serves. */
$child = new Child('
    pcntl_async_signals(true);
    $count = 0;
    pcntl_signal(SIGUSR1, function () use (&$count) { $count++; });
    $server = new RtComm\Server();
    $server->loop->addSignal(SIGUSR2, function () use (&$count) { $count++; });
    $server->handle("/", message: function ($conn, $data) use (&$count) {
        $conn->send($data === "count" ? "count $count" : "echo $data");
    });
    echo serve($server), " ", getmypid(), "\n";
    $server->run();
');
[$address, $pid] = explode(' ', $child->line());
$client = new WebSocketClient(null, $address);
$sent = is_quick() ? 200 : 2000;
$problem = '';
for ($i = 0; $i < $sent; $i++) {
    posix_kill((int) $pid, $i % 2 ? SIGUSR1 : SIGUSR2);
    $client->send("number $i");
    $text = $client->text();
    $problem = $text === "echo number $i" ? $problem : "number $i: $text";
}
$client->send('count');
$count = (int) substr($client->text(), 6);
Table::trial('signals of the script', $problem ?: ($count > $sent / 2 ? '' : "only $count of $sent came"));
$child->signal(SIGTERM);
Table::trial('and it ends', $child->end() === 'exit 0' ? '' : $child->errors);
Table::line('SIGUSR1 by pcntl, SIGUSR2 by the loop, while clients talk', $sent, 'the handlers run; nobody notices', 'nothing');
Table::end();
