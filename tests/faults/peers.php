<?php

/*
 * Clients that vanish, and a server that stands still. A client that is gone without a word (its machine, its network)
 * cannot be had without a firewall: from the server's side it is one whose socket is open and never says anything nor
 * takes anything, which can.
 *
 *   peers.php [--quick]
 */

require __DIR__ . '/stage.inc';

/** A server in this process, with short patience. */
function server(array &$closed, float $heartbeat = 0.3): array
{
    $server = new RtComm\Server(null, ['heartbeat' => $heartbeat, 'pongTimeout' => 0.2, 'closeTimeout' => 0.3, 'sessionLinger' => 0.5], new RtComm\Loop());
    $server->handle('/', open: fn($conn) => $conn->subscribe('all'), close: function ($conn, $info) use (&$closed) {
        $closed[] = $info->code;
    });
    $server->feed('/feed');
    return [$server, serve($server)];
}

/** Turns it until $done, or for so many seconds. */
function wait(RtComm\Server $server, callable $done, float $seconds = 30.0): bool
{
    for ($end = microtime(true) + $seconds; !$done();) {
        if (microtime(true) > $end) {
            return false;
        }
        $server->tick(0.01);
    }
    return true;
}

const REQUESTS = [
    'WebSocket' => null,
    'event stream' => 'GET / ' . REQUEST . "Accept: text/event-stream\r\n\r\n",
    'feed' => 'GET /feed?channel=all ' . REQUEST . "Accept: text/event-stream\r\n\r\n",
    'long poll' => 'GET /feed?channel=all&wait=20&cursor=AAAAAAAAAAA:1 ' . REQUEST . "\r\n",
];

$count = is_quick() ? 10 : 50;

/* Silent clients: the heartbeat finds them. A stream's is found when it takes nothing, so something must be sent. */
foreach (['WebSocket' => false, 'event stream' => true, 'feed' => true] as $kind => $full) {
    $closed = [];
    [$server, $address] = server($closed);
    $clients = [];
    for ($i = 0; $i < $count; $i++) {
        $clients[] = $client = new Client($server, $address);
        socket_set_option(socket_import_stream($client->stream), SOL_SOCKET, SO_RCVBUF, 4096);
        $client->write(REQUESTS[$kind] ?? WebSocketClient::handshake('/'));
        $server->tick(0.001);
    }
    wait($server, fn() => $server->stats()['connections'] === $count, 5);
    $began = microtime(true);
    if ($full) {
        for ($i = 0; $i < 30; $i++) { /* more than the kernel takes */
            $server->channel('all')->publish(str_repeat('x', 200000));
            $server->tick(0.001);
        }
    }
    $gone = wait($server, fn() => $server->stats()['connections'] === 0);
    $seconds = microtime(true) - $began;
    Table::trial("silent $kind clients", $gone ? '' : $server->stats()['connections'] . ' were not found');
    Table::line(($kind === "event stream" ? "an" : "a") . " $kind client is silent and takes nothing", $count, 'found by the heartbeat: closed', 'nothing that it took');
    unset($server, $clients);
}

/* Resets, at any time: in the middle of a request, a frame, an answer. */
$tried = 0;
$closed = [];
[$server, $address] = server($closed, 600);
$witness = new WebSocketClient($server, $address);
for ($round = 0; $round < $count; $round++) {
    foreach (REQUESTS as $kind => $request) {
        $request ??= WebSocketClient::handshake('/');
        foreach ([(int) (strlen($request) / 2), strlen($request)] as $length) {
            $client = new Client($server, $address);
            $client->write(substr($request, 0, $length));
            if ($round % 3 > 0) {
                $server->tick(0.001);
            }
            if ($round % 2) {
                $server->channel('all')->publish(str_repeat('y', 100000));
            }
            $client->reset();
            $server->tick(0.001);
            $witness->pump();
            $witness->received = '';
            $tried++;
        }
    }
}
$server->channel('all')->publish('number 1');
$gone = wait($server, fn() => $server->stats()['connections'] === 1 && str_contains($witness->pump() ?? $witness->received, 'number 1'), 10);
Table::trial('resets', $gone ? '' : $server->stats()['connections'] . ' connections are left, the witness has ' . strlen($witness->received) . ' bytes');
Table::line('a client resets its connection (SO_LINGER 0), in the middle of anything', $tried, 'closed, told as 1006; others notice nothing', 'nothing');
unset($server, $witness);

/* The whole server stands still, as under a debugger or a frozen container, for longer than any patience. */
$seconds = is_quick() ? 4 : 32;
$size = is_quick() ? 60 : 200;
$child = new Child('
    $server = new RtComm\Server(null, ["heartbeat" => 0.6, "pongTimeout" => 2.5, "sessionLinger" => 5]);
    $closed = 0;
    $server->handle("/", open: fn($conn) => $conn->subscribe("all"), message: fn($conn, $data) => $conn->send("closed $closed"),
        close: function () use (&$closed) { $closed++; });
    $server->feed("/feed", publish: "secret");
    echo serve($server), " ", getmypid(), "\n";
    $server->run();
');
[$address, $pid] = explode(' ', $child->line());
$clients = [];
for ($i = 0; $i < $size; $i++) {
    $clients[$i] = new Client(null, $address);
    $clients[$i]->write(match ($i % 3) {
        0 => WebSocketClient::handshake('/'),
        1 => REQUESTS['event stream'],
        2 => 'GET /feed?channel=all ' . REQUEST . "Accept: text/event-stream\r\n\r\n",
    });
}
$run = function (float $seconds) use (&$clients) {
    for ($end = microtime(true) + $seconds; microtime(true) < $end; usleep(5000)) {
        foreach ($clients as $i => $client) {
            $client->pump();
            $pings = $i % 3 === 0 ? substr_count($client->received, "\x89\x00") : 0;
            if ($pings > 0) {
                $client->received = str_replace("\x89\x00", '', $client->received);
                $client->write(str_repeat(WebSocketClient::frame(0x8A), $pings));
            }
        }
    }
};
$run(1.5);
$problem = '';
for ($round = 0; $round < (is_quick() ? 2 : 3); $round++) {
    posix_kill((int) $pid, SIGSTOP);
    $run($round === 0 ? $seconds : 4);
    posix_kill((int) $pid, SIGCONT);
    $run(3);
    $number = $round + 1;
    (new HttpClient(null, $address))->request('POST', '/feed?channel=all', ['Authorization' => 'Bearer secret'], "number $number");
    $waits = fn(Client $client) => !$client->ended && !in_array($number, numbers($client->received, 'number'), true);
    for ($end = microtime(true) + 10; array_filter($clients, $waits) !== [] && microtime(true) < $end;) {
        $run(0.05);
    }
    foreach ($clients as $i => $client) {
        if ($client->ended || !in_array($number, numbers($client->received, 'number'), true)) {
            $problem = "client $i " . ($client->ended ? 'was closed' : "did not hear number $number");
        }
    }
    Table::trial('the server stands still', $problem);
}
$child->signal(SIGTERM);
Table::trial('and ends in order', $child->end() === 'exit 0' ? '' : $child->end());
Table::line("SIGSTOP for $seconds s, then SIGCONT (heartbeat 0.6 s)", $round, "all $size clients are still there", 'nothing');
Table::end();
