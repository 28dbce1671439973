<?php

/*
 * No memory. Each scenario is played again and again: first its first allocation fails, then its second, until it
 * comes through; once with that allocation alone, once with all that follow it as well. Then the same for libevent's.
 *
 * What must hold each time: no crash, no warning, no client that waits for ever: it has what it asked for, or an answer
 * that says no, or a closed connection. The others have all that was published, or were closed. A failure is told: by
 * an exception, or in the log. Afterwards nothing of rtcomm's is left over.
 *
 *   memory.php [--quick] [scenario]
 */

require __DIR__ . '/stage.inc';

$warnings = [];
set_error_handler(function (int $level, string $text) use (&$warnings) {
    if (error_reporting() & $level) {
        $warnings[] = $text;
    }
    return true;
});

/** Sends, and says what came of it: '' is silence. */
function outcome(Stage $stage, Client $client, string $expected): string
{
    $stage->settle();
    $client->pump();
    return match (true) {
        str_contains($client->received, $expected) => 'done',
        preg_match('/HTTP\/1.1 [45]/', $client->received) === 1 => 'refused',
        str_contains($client->received, 'the channel cannot be read now') => 'refused',
        $client->ended => 'closed',
        default => '',
    };
}

/** A message in permessage-deflate's form, with the four bytes at its end. */
function deflated(string $data): string
{
    return deflate_add(deflate_init(ZLIB_ENCODING_RAW), $data, ZLIB_SYNC_FLUSH);
}

/** The same for an answer that may be compressed. */
function unzipped(Stage $stage, Client $client, string $expected): string
{
    $stage->settle();
    $client->pump();
    [$head, $body] = explode("\r\n\r\n", $client->received, 2) + [1 => ''];
    if (str_contains($head, "\r\nContent-Encoding: gzip")) {
        $client->received = "$head\r\n\r\n" . inflate_add(inflate_init(ZLIB_ENCODING_GZIP), $body, ZLIB_SYNC_FLUSH);
    }
    return outcome($stage, $client, $expected);
}

/** Each gives 'done', 'refused' or 'closed'; '' where the client would wait for ever. */
$scenarios = [
    'a WebSocket says something' => function (Stage $stage) {
        $client = $stage->client(WebSocketClient::handshake('/chat'));
        $client->write(RtComm\WebSocket\Frame::encode('hello', mask: true));
        return outcome($stage, $client, 'echo hello');
    },
    'a WebSocket sends fragments byte by byte' => function (Stage $stage) {
        $client = $stage->client(WebSocketClient::handshake('/chat'));
        foreach ([[0x01, 'hel'], [0x89, 'p'], [0x80, 'lo']] as [$first, $text]) {
            foreach (str_split(WebSocketClient::frame($first, $text)) as $byte) {
                $client->write($byte);
                $stage->server->tick(0);
            }
        }
        return outcome($stage, $client, 'echo hello');
    },
    'a WebSocket sends and gets 300 kB' => function (Stage $stage) {
        $client = $stage->client(WebSocketClient::handshake('/chat'));
        $client->write(RtComm\WebSocket\Frame::encode(str_repeat('x', 300000), mask: true));
        for ($i = 0; $i < 50; $i++) {
            $stage->settle();
            $client->pump();
        }
        $client->received = strlen($client->received) > 300000 ? 'whole' : substr($client->received, 0, 4000);
        return outcome($stage, $client, 'whole');
    },
    'a WebSocket publishes and leaves' => function (Stage $stage) {
        $client = $stage->client(WebSocketClient::handshake('/chat'));
        $client->write(RtComm\WebSocket\Frame::encode('publish', mask: true));
        $client->write(RtComm\WebSocket\Frame::close(1000, 'bye', mask: true));
        return outcome($stage, $client, "\x88\x02\x03\xe8");
    },
    'an event stream begins and posts' => function (Stage $stage) {
        $stream = $stage->client('GET /chat ' . REQUEST . "Accept: text/event-stream\r\n\r\n");
        $stream->pump();
        if (preg_match('/"session":"([^"]+)"/', $stream->received, $found) !== 1) {
            return outcome($stage, $stream, 'session');
        }
        $post = $stage->client("POST /chat?session=$found[1] " . REQUEST . "Content-Length: 5\r\n\r\nhello");
        $posted = outcome($stage, $post, ' 204 ');
        $heard = outcome($stage, $stream, 'echo hello');
        return $posted === '' ? '' : ($heard ?: ($posted === 'done' ? '' : $posted));
    },
    'a long poll begins, posts and goes on' => function (Stage $stage) {
        $poll = $stage->client('GET /chat ' . REQUEST . "\r\n");
        $begun = outcome($stage, $poll, '"session"');
        if ($begun !== 'done') {
            return $begun;
        }
        preg_match('/"session":"([^"]+)"/', $poll->received, $found);
        $poll->received = '';
        $poll->write("GET /chat?cursor=$found[1].0&wait=20 " . REQUEST . "\r\n");
        $stage->settle();
        $post = $stage->client("POST /chat?session=$found[1] " . REQUEST . "Content-Length: 5\r\n\r\nhello");
        $posted = outcome($stage, $post, ' 204 ');
        $heard = outcome($stage, $poll, 'echo hello');
        return $posted === '' ? '' : ($heard ?: ($posted === 'done' ? '' : $posted));
    },
    'an event stream comes again' => function (Stage $stage) {
        $seen = $stage->witnesses['event stream'];
        $seen->pump();
        preg_match('/"session":"([^"]+)"/', $seen->received, $found);
        $again = $stage->client('GET /chat ' . REQUEST . "Accept: text/event-stream\r\nLast-Event-ID: $found[1].1\r\n\r\n");
        $seen->ended = true; /* it was told to go */
        return outcome($stage, $again, 'number 3');
    },
    'a session is left' => function (Stage $stage) {
        $stream = $stage->client('GET /chat ' . REQUEST . "Accept: text/event-stream\r\n\r\n");
        $stream->pump();
        preg_match('/"session":"([^"]+)"/', $stream->received, $found);
        $leave = $stage->client('DELETE /chat?session=' . ($found[1] ?? 'x') . ' ' . REQUEST . "\r\n");
        return outcome($stage, $leave, ' 204 ');
    },
    'a feed with history as a stream' => fn(Stage $stage) => outcome(
        $stage,
        $stage->client('GET /feed?channel=kept&history=10 ' . REQUEST . "Accept: text/event-stream\r\n\r\n"),
        'number 3',
    ),
    'a feed of three channels as a stream' => function (Stage $stage) {
        $client = $stage->client('GET /feed?channel=kept&channel=room&channel=new&history=10 ' . REQUEST . "Accept: text/event-stream\r\n\r\n");
        $stage->publish();
        return outcome($stage, $client, "number {$stage->published}");
    },
    'a feed with history as a poll' => fn(Stage $stage) => outcome(
        $stage,
        $stage->client('GET /feed?channel=kept&history=10 ' . REQUEST . "\r\n"),
        'number 3',
    ),
    'a feed as a poll that waits' => function (Stage $stage) {
        $first = $stage->client('GET /feed?channel=room&channel=kept ' . REQUEST . "\r\n");
        $begun = outcome($stage, $first, '"cursor"');
        if ($begun !== 'done') {
            return $begun;
        }
        preg_match('/"cursor":"([^"]+)"/', $first->received, $found);
        $poll = $stage->client("GET /feed?channel=room&channel=kept&cursor=$found[1] " . REQUEST . "\r\n");
        $stage->publish();
        return outcome($stage, $poll, "number {$stage->published}");
    },
    'a feed with history as a WebSocket' => fn(Stage $stage) => outcome(
        $stage,
        $stage->client(WebSocketClient::handshake('/feed?channel=kept&history=10', ['Sec-WebSocket-Protocol' => 'rtcomm.json'])),
        'number 3',
    ),
    'a POST publishes' => function (Stage $stage) {
        $client = $stage->client('POST /feed?channel=other ' . REQUEST . "RtComm-Event: e\r\nContent-Length: 5\r\n\r\nhello");
        return outcome($stage, $client, '"receivers"');
    },
    'a request with a body of 100 kB in chunks' => function (Stage $stage) {
        $body = sprintf("%x\r\n%s\r\n", 50000, str_repeat('x', 50000));
        $client = $stage->client('POST /plain ' . REQUEST . "Transfer-Encoding: chunked\r\n\r\n");
        $client->write($body)->write($body)->write("0\r\n\r\n");
        return outcome($stage, $client, 'plain 100000');
    },
    'a request that comes byte by byte' => function (Stage $stage) {
        $client = $stage->client('');
        foreach (str_split('GET /plain ' . REQUEST . "\r\n") as $byte) {
            $client->write($byte);
            $stage->server->tick(0);
        }
        return outcome($stage, $client, 'plain 0');
    },
    'pipelined requests' => function (Stage $stage) {
        $client = $stage->client(str_repeat('GET /plain ' . REQUEST . "\r\n", 5));
        $outcome = outcome($stage, $client, 'plain 0');
        return substr_count($client->received, 'plain 0') === 5 || $client->ended ? $outcome : '';
    },
    'requests that are refused' => function (Stage $stage) {
        foreach (['GET /none', 'PUT /plain', 'GET /feed', 'GET /chat?cursor=x'] as $request) {
            $client = $stage->client("$request " . REQUEST . "Origin: http://elsewhere\r\n\r\n");
            $outcome = outcome($stage, $client, 'HTTP/1.1 4');
            if ($outcome === '') {
                return '';
            }
        }
        return $outcome;
    },
    'timers and signals' => function (Stage $stage) {
        $fired = 0;
        $loop = new RtComm\Loop();
        for ($i = 0; $i < 20; $i++) {
            $loop->addTimer(0.0001 * $i, function () use (&$fired) {
                $fired++;
            });
        }
        $turns = 0;
        $turn = function () use (&$turns, &$turn, &$fired, $loop) {
            if (++$turns === 100) {
                Faults::set('fail_at', 0);
            }
            usleep(20);
            $fired < 20 ? $loop->futureTick($turn) : $loop->stop();
        };
        $loop->futureTick($turn);
        $loop->addPeriodicTimer(0.001, fn() => 1);
        $loop->run();
        return $fired === 20 ? 'done' : '';
    },
    'many subscriptions' => function (Stage $stage) {
        $conn = null;
        foreach ($stage->server->connections() as $conn) {
            for ($i = 0; $i < 40; $i++) {
                $conn->subscribe("c$i");
            }
        }
        for ($i = 0; $i < 40; $i++) {
            $stage->server->channel("c$i")->publish("in $i");
        }
        foreach ($stage->server->connections() as $conn) {
            for ($i = 0; $i < 40; $i++) {
                $conn->unsubscribe("c$i");
            }
        }
        return 'done';
    },
    'a server with many routes listens, serves and stops' => function (Stage $stage) {
        $server = new RtComm\Server('127.0.0.1:0', ['origins' => ['http://a', 'http://b'], 'subprotocols' => ['x', 'y']], new RtComm\Loop());
        for ($i = 0; $i < 20; $i++) {
            $server->http("/plain/$i/{name}", fn($request) => $request->params['name'], ['GET', 'POST']);
            $server->http("/other/$i", fn() => 'x');
            $server->handle("/chat/$i", open: fn($conn) => 1, options: ['origins' => ['http://c']]);
            $server->feed("/feed/$i/{channel}", publish: 'secret');
            $server->channels("c$i*", history: 5);
        }
        $address = serve($server);
        $path = tempnam(sys_get_temp_dir(), 'rtcomm');
        unlink($path);
        try {
            $server->listen("unix:$path");
            $client = new Client($server, $address);
            $client->write('GET /plain/3/me ' . REQUEST . "\r\n");
            for ($i = 0; $i < 12; $i++) {
                $server->tick(0);
            }
            $client->pump();
        } finally {
            $server->stop(0);
            $server->tick(0);
            if (file_exists($path)) {
                unlink($path);
                throw new LogicException('the socket stayed');
            }
        }
        return str_contains($client->received, "\r\n\r\nme") || $client->ended ? 'done' : '';
    },
    'a WebSocket with compression' => function (Stage $stage) {
        $client = $stage->client(WebSocketClient::handshake('/deflated', ['Sec-WebSocket-Extensions' => 'permessage-deflate']));
        $client->write(WebSocketClient::frame(0xC1, substr(deflated(str_repeat('x', 3000)), 0, -4)));
        $client->write(WebSocketClient::frame(0xC1, substr(deflated(str_repeat('y', 3000)), 0, -4)));
        return outcome($stage, $client, "\xc1");
    },
    'a compressed event stream' => function (Stage $stage) {
        $stream = $stage->client('GET /deflated ' . REQUEST . "Accept: text/event-stream\r\nAccept-Encoding: gzip\r\n\r\n");
        $stage->publish();
        return unzipped($stage, $stream, "number {$stage->published}");
    },
    'compressed feeds as streams' => function (Stage $stage) {
        foreach (['channel=kept', 'channel=kept&channel=room'] as $query) {
            $stream = $stage->client("GET /feed?$query&history=10 " . REQUEST . "Accept: text/event-stream\r\nAccept-Encoding: gzip\r\n\r\n");
            $stage->publish();
            $outcome = unzipped($stage, $stream, "number {$stage->published}");
            if ($outcome !== 'done') {
                return $outcome;
            }
        }
        return $outcome;
    },
    'a compressed feed as a poll' => fn(Stage $stage) => unzipped(
        $stage,
        $stage->client('GET /feed?channel=kept&history=10 ' . REQUEST . "Accept-Encoding: gzip\r\n\r\n"),
        'number 3',
    ),
    'a compressed long poll of messages that are long' => function (Stage $stage) {
        $poll = $stage->client('GET /deflated ' . REQUEST . "\r\n");
        $begun = outcome($stage, $poll, '"session"');
        if ($begun !== 'done') {
            return $begun;
        }
        preg_match('/"session":"([^"]+)"/', $poll->received, $found);
        $poll->received = '';
        $poll->write("GET /deflated?cursor=$found[1].0&wait=20 " . REQUEST . "Accept-Encoding: gzip\r\n\r\n");
        $stage->settle();
        $text = str_repeat('long ', 500);
        $post = $stage->client("POST /deflated?session=$found[1] " . REQUEST . "Content-Length: 2500\r\n\r\n$text");
        $posted = outcome($stage, $post, ' 204 ');
        $heard = unzipped($stage, $poll, "$text$text");
        return $posted === '' ? '' : ($heard ?: ($posted === 'done' ? '' : $posted));
    },
    'a client behind a proxy, with limits of its own' => function (Stage $stage) {
        $server = new RtComm\Server(null, [
            'trustedProxies' => ['127.0.0.0/8', '::1', 'unix'], 'proxyProtocol' => true, 'connectRate' => 100,
            'messageRate' => ['rate' => 100, 'burst' => 200], 'byteRate' => 1000000, 'maxConnectionsPerIp' => 5,
        ], new RtComm\Loop());
        $server->onLog(function (string $level, string $message) use ($stage) {
            $stage->log[] = "$level: $message";
        });
        $server->handle('/', message: fn($conn, $data) => $conn->send("$conn->remoteAddress $data"), error: fn($conn, $error) => $stage->caught($error));
        $address = serve($server);
        $client = new Client($server, $address);
        $head = WebSocketClient::handshake('/', ['X-Forwarded-For' => '192.0.2.7', 'X-Forwarded-Proto' => 'https']);
        $client->write("PROXY TCP4 192.0.2.7 192.0.2.8 1 2\r\n$head");
        for ($i = 0; $i < 12; $i++) {
            $server->tick(0);
        }
        $client->write(RtComm\WebSocket\Frame::encode('hello', mask: true));
        for ($i = 0; $i < 12; $i++) {
            $server->tick(0);
        }
        $outcome = outcome($stage, $client, '192.0.2.7 hello');
        Faults::set('fail_at', 0);
        (new Client($server, $address))->write("PROXY TCP4 192.0.2.7 192.0.2.8 1 2\r\nGET /none " . REQUEST . "\r\n");
        for ($i = 0; $i < 12; $i++) {
            $server->tick(0); /* what could not be told is told with the next line */
        }
        array_pop($stage->log);
        return $outcome;
    },
    'a listener with TLS' => function (Stage $stage) {
        if (!class_exists(RtComm\Tls::class)) {
            return 'done';
        }
        $pem = __DIR__ . '/../server.pem';
        $server = new RtComm\Server(null, [], new RtComm\Loop());
        $tls = new RtComm\Tls($pem, $pem);
        $server->listen('127.0.0.1:0', $tls);
        $tls->reload();
        return 'done';
    },
    'the Publisher' => function (Stage $stage) {
        $publisher = new RtComm\Publisher("http://{$stage->address}/feed", timeout: 0.2);
        try {
            $publisher->publish('other', str_repeat('x', 3000)); /* nobody answers: the server is in this process */
        } catch (RtComm\PublishException $error) {
            $stage->opened = true;
        }
        return 'done';
    },
    'a server goes with a message queued, and another one stays on its loop' => function (Stage $stage) {
        $conn = null;
        $server = new RtComm\Server(null, [], $stage->server->loop);
        $server->onLog(fn() => null);
        $server->handle('/', open: function ($opened) use (&$conn) {
            $conn = $opened;
        });
        $client = stream_socket_client('tcp://' . serve($server));
        fwrite($client, 'GET / ' . REQUEST . "Accept: text/event-stream\r\n\r\n");
        $stage->settle();
        $conn?->send(str_repeat('x', 100));
        $conn = $server = null;
        $stage->settle();
        return 'done';
    },
    'frames and events by hand' => function (Stage $stage) {
        $decoder = new RtComm\WebSocket\Decoder(RtComm\WebSocket\Role::Client);
        $frame = RtComm\WebSocket\Frame::encode(str_repeat('x', 500), mask: true);
        $messages = [];
        foreach (str_split($frame . $frame, 100) as $piece) {
            array_push($messages, ...$decoder->push($piece));
        }
        (string) new RtComm\Sse\Event("a\nb", 'name', '1');
        return count($messages) === 2 ? 'done' : '';
    },
    'stop' => function (Stage $stage) {
        $stage->server->stop(0.05);
        for ($i = 0; $i < 10; $i++) {
            $stage->server->tick(0.01);
        }
        foreach ($stage->witnesses as $client) {
            $client->pump();
            if (!$client->ended) {
                return '';
            }
        }
        return 'done';
    },
];

/** Plays it with the $n-th allocation failing. */
function play(string $name, callable $scenario, int $who, int $n, bool $for_good): array
{
    global $warnings;
    $warnings = [];
    $stage = new Stage();
    $outcome = '';
    $problem = '';
    foreach (['who' => $who, 'seen' => 0, 'failed' => 0, 'for_good' => (int) $for_good, 'fail_at' => $n] as $what => $value) {
        Faults::set($what, $value);
    }
    try {
        $outcome = $scenario($stage);
    } catch (Error | RtComm\Exception $error) {
        $stage->caught($error);
        $outcome = 'thrown';
    } finally {
        Faults::set('fail_at', 0);
    }
    $failed = Faults::get('failed');
    try {
        if ($outcome === '' && $stage->thrown === []) {
            $problem = 'somebody waits for ever';
        } elseif ($failed === 0 && $outcome !== 'done') {
            $problem = "nothing failed, but: $outcome";
        } elseif ($name !== 'stop') {
            $problem = $stage->judge();
        }
        if ($failed > 0 && $name !== 'stop' && $stage->log === []) {
            $stage->client('GET /none ' . REQUEST . "\r\n"); /* what could not be told is told with the next line */
            array_pop($stage->log);
        }
        if ($problem === '' && in_array($outcome, ['closed', 'refused', 'thrown'], true) && $stage->thrown === []
            && $stage->log === []) {
            $problem = 'nobody was told';
        }
        foreach ($stage->thrown as $text) {
            if (!preg_match('/memory|descriptors|loop|fail|cannot|Cannot allocate|could not/i', $text)) {
                $problem = "thrown: $text";
            }
        }
        $problem = $warnings !== [] ? $warnings[0] : $problem;
        $stage->server->stop(0);
        $stage->settle();
    } catch (Throwable $error) {
        $problem = 'afterwards: ' . $error->getMessage();
    }
    return [$problem, $failed, $outcome];
}

if (!(new Stage())->deflates) {
    $scenarios = array_filter($scenarios, fn($name) => !str_contains($name, 'compress'), ARRAY_FILTER_USE_KEY);
}
$only = array_values(array_filter(array_slice($argv, 1), fn($word) => $word[0] !== '-'))[0] ?? null;
$sources = ['rtcomm' => Faults::RTCOMM, 'libevent' => Faults::LIBEVENT];
if (is_quick()) {
    $sources = ['rtcomm' => Faults::RTCOMM];
}
foreach ($sources as $source => $who) {
    $tried = 0;
    $outcomes = ['done' => 0, 'refused' => 0, 'closed' => 0, 'thrown' => 0];
    foreach ($scenarios as $name => $scenario) {
        if ($only !== null && $only !== $name) {
            continue;
        }
        play($name, $scenario, $who, 1 << 40, false); /* what is allocated once and for all */
        gc_collect_cycles();
        $live = Faults::get('live');
        foreach ([false, true] as $for_good) {
            for ($n = 1, $failed = 1; $failed > 0 && $n < 2000; $n++) {
                [$problem, $failed, $outcome] = play($name, $scenario, $who, $n, $for_good);
                gc_collect_cycles();
                if ($problem === '' && Faults::get('live') > $live) {
                    $problem = (Faults::get('live') - $live) . ' blocks are left over';
                    $live = Faults::get('live');
                }
                $where = sprintf('%s without memory: %s, allocation %d%s at %x', $source, $name, $n, $for_good ? ' and later' : '', Faults::get('last'));
                Table::trial($where, $problem);
                if ($failed > 0) {
                    $tried++;
                    $outcomes[$outcome ?: 'thrown'] += 1;
                }
            }
        }
    }
    Table::line(
        $source === 'rtcomm' ? 'malloc() fails in rtcomm' : 'malloc() fails in libevent',
        $tried,
        "{$outcomes['done']} requests done all the same, {$outcomes['refused']} refused, {$outcomes['closed']} connections closed, "
            . "{$outcomes['thrown']} exceptions; told in the log; no block left over",
        'nothing: others have all messages, or a closed connection and a cursor',
    );
}
Table::end();
