<?php

/*
 * What a script can do to itself, in each kind of callback, on each transport: it exits, runs into memory_limit or
 * max_execution_time, ends in a fatal error, throws what nobody catches. Each time in a process of its own, which must
 * end as it would without a server: its shutdown functions run, its exit code is right, its clients are closed.
 *
 *   script.php [--quick]
 */

require __DIR__ . '/stage.inc';

const DEEDS = [
    'exit' => 'exit(7);',
    'fatal error' => 'eval("abstract class Unfinished { abstract function f(); } class Whole extends Unfinished { }");',
    'memory_limit' => '$all = []; while (true) { $all[] = str_repeat("x", 1 << 20); }',
    'uncaught exception' => 'throw new LogicException("nobody catches this");',
    'max_execution_time' => 'set_time_limit(1); while (true) { }',
];

const PROGRAM = <<<'PHP'
    ini_set('memory_limit', '32M');
    register_shutdown_function(fn() => print "SHUTDOWN\n");
    $deed = function () { DEED };
    $act = function (string $where) use ($deed) {
        if ($where === AT) {
            echo "ACT\n";
            $deed();
        }
    };
    $server = new RtComm\Server(null, ['sessionLinger' => 30.0]);
    $server->handle('/',
        open: fn() => $act('open'),
        message: function () use ($act) {
            if (AT === 'error') {
                throw new Exception('for the error callback');
            }
            $act('message');
        },
        close: fn() => $act('close'),
        error: AT === 'error' ? fn() => $act('error') : null,
        accept: fn() => $act('accept') ?? true,
    );
    $server->http('/http', fn() => $act('http handler') ?? 'x');
    $server->feed('/feed', fn() => $act('authorize') ?? true, publish: fn() => $act('publish') ?? true);
    $server->onLog(fn() => $act('log'));
    $loop = RtComm\Loop::get();
    if (AT === 'timer') {
        $loop->addTimer(0.01, fn() => $act('timer'));
    }
    if (AT === 'periodic timer') {
        $loop->addPeriodicTimer(0.01, fn() => $act('periodic timer'));
    }
    if (AT === 'future tick') {
        $loop->futureTick(fn() => $act('future tick'));
    }
    if (AT === 'stream') {
        $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        fwrite($pair[1], 'x');
        $loop->addReadStream($pair[0], fn() => $act('stream'));
    }
    if (AT === 'signal') {
        $loop->addSignal(SIGUSR1, fn() => $act('signal'));
        $loop->addTimer(0.01, fn() => posix_kill(getmypid(), SIGUSR1));
    }
    echo serve($server), "\n";
    $server->run();
    echo "RETURNED\n";
    PHP;

/** Sends, and waits until there is an answer or the connection ends. */
function ask(Client $client, string $request): string
{
    $client->received = '';
    $client->write($request);
    for ($end = microtime(true) + 10; $client->received === '' && !$client->ended && microtime(true) < $end; usleep(500)) {
        $client->pump();
    }
    return $client->received;
}

/** Everything that a client of that kind does in its life; what was thrown at it, or ''. */
function live(string $address, string $transport): string
{
    try {
        $client = @new Client(null, $address);
        switch ($transport) {
            case 'WebSocket':
                ask($client, WebSocketClient::handshake('/'));
                $client->write(RtComm\WebSocket\Frame::encode('x', mask: true));
                ask($client, RtComm\WebSocket\Frame::close(1000, '', mask: true));
                break;
            case 'event stream':
            case 'long poll':
                $accept = $transport === 'event stream' ? "Accept: text/event-stream\r\n" : '';
                $answer = ask($client, 'GET / ' . REQUEST . "$accept\r\n");
                for ($end = microtime(true) + 10; !str_contains($answer, '"session"') && !$client->ended && microtime(true) < $end; usleep(500)) {
                    $client->pump();
                    $answer = $client->received;
                }
                if (preg_match('/"session":"([^"]+)"/', $answer, $found)) {
                    ask(new Client(null, $address), "POST /?session=$found[1] " . REQUEST . "Content-Length: 1\r\n\r\nx");
                    ask(new Client(null, $address), "DELETE /?session=$found[1] " . REQUEST . "\r\n");
                }
                break;
            case 'HTTP':
                ask($client, 'GET /http ' . REQUEST . "\r\n");
                ask($client, 'GET /none ' . REQUEST . "\r\n");
                break;
            case 'feed by event stream':
                ask($client, 'GET /feed?channel=c ' . REQUEST . "Accept: text/event-stream\r\n\r\n");
                break;
            case 'feed by long poll':
                ask($client, 'GET /feed?channel=c ' . REQUEST . "\r\n");
                break;
            case 'feed by WebSocket':
                ask($client, WebSocketClient::handshake('/feed?channel=c'));
                break;
            case 'POST':
                ask($client, 'POST /feed?channel=c ' . REQUEST . "Content-Length: 1\r\n\r\nx");
                break;
        }
        for ($end = microtime(true) + 10; !$client->ended && microtime(true) < $end; usleep(500)) {
            $client->pump();
        }
        return '';
    } catch (Exception $error) {
        return $error->getMessage(); /* the server was gone before */
    }
}

const CELLS = [
    'WebSocket' => ['open', 'message', 'close', 'error', 'accept'],
    'event stream' => ['open', 'message', 'close', 'error', 'accept'],
    'long poll' => ['open', 'message', 'close', 'error', 'accept'],
    'HTTP' => ['http handler', 'log'],
    'feed by event stream' => ['authorize'],
    'feed by long poll' => ['authorize'],
    'feed by WebSocket' => ['authorize'],
    'POST' => ['publish'],
    '' => ['timer', 'periodic timer', 'future tick', 'stream', 'signal'],
];

/** What is wrong with how that process ended. */
function judge(string $deed, string $where, Child $child): string
{
    $end = $child->end();
    /* What a handler of requests throws is answered with 500, and logged. */
    if (!str_contains($child->output, 'ACT')) {
        return "it was never called: $end: $child->output $child->errors";
    }
    if ($end !== ($deed === 'exit' ? 'exit 7' : 'exit 255')) {
        return "$end: $child->output $child->errors";
    }
    if (!str_contains($child->output, 'SHUTDOWN') || str_contains($child->output, 'RETURNED')) {
        return $child->output;
    }
    $said = [
        'exit' => '',
        'fatal error' => 'Fatal error',
        'memory_limit' => 'Allowed memory size',
        'uncaught exception' => 'nobody catches this',
        'max_execution_time' => 'Maximum execution time',
    ][$deed];
    return $said === '' || str_contains($child->output . $child->errors, $said) ? '' : "nothing of '$said': $child->output";
}

foreach (DEEDS as $deed => $code) {
    $tried = 0;
    foreach (CELLS as $transport => $places) {
        foreach ($places as $number => $where) {
            if ($deed === 'max_execution_time' && is_quick() && [$transport, $where] !== ['WebSocket', 'message']) {
                continue; /* a second each */
            }
            if (is_quick() && $transport === 'long poll' && $where !== 'message') {
                continue;
            }
            /* An exception in a handler of requests is the request's: it is answered with 500. */
            if ($deed === 'uncaught exception' && in_array($where, ['http handler', 'authorize', 'publish', 'accept'], true)) {
                continue;
            }
            $program = 'const AT = ' . var_export($where, true) . '; const REQUEST = 1;' . str_replace('DEED', $code, PROGRAM);
            $child = new Child($program, '-d display_errors=1 -d log_errors=0');
            $address = $child->line();
            $thrown = $transport !== '' ? @live($address, $transport) : '';
            try {
                $problem = judge($deed, $where, $child);
            } catch (Exception $error) {
                $problem = $error->getMessage() . ": $child->output $child->errors";
            }
            Table::trial("$deed in $where, $transport", $problem === '' ? '' : "$problem; the client: $thrown");
            $tried++;
        }
    }
    $code = $deed === 'exit' ? 'its own exit code' : 'exit code 255, with its message';
    Table::line("$deed in a callback, of each kind and transport", $tried, "the script ends as anywhere: shutdown functions, $code; clients are closed", 'what was queued and not written');
}

/* The time limit while nothing happens: the signal comes in the wait. */
$tried = 0;
for ($i = 0; $i < (is_quick() ? 2 : 10); $i++) {
    $child = new Child('
        register_shutdown_function(fn() => print "SHUTDOWN\n");
        set_time_limit(1000);
        $server = new RtComm\Server();
        $server->http("/", fn() => "x");
        echo serve($server), "\n";
        $server->run();
    ', '-d display_errors=1 -d log_errors=0');
    $child->line();
    usleep(20000 * $i);
    $child->signal(SIGPROF);
    $end = $child->end();
    Table::trial('max_execution_time in the wait', $end === 'exit 255' && str_contains($child->output, 'SHUTDOWN') ? '' : "$end $child->output");
    $tried++;
}
Table::line('max_execution_time strikes while the loop waits', $tried, 'ends as anywhere, within 250 ms', 'what was queued and not written');

/* Settings that change while it runs. */
$child = new Child('
    $server = new RtComm\Server();
    $settings = [["memory_limit", "64M"], ["memory_limit", "-1"], ["max_execution_time", "5"], ["max_execution_time", "0"],
        ["precision", "3"], ["date.timezone", "Asia/Tokyo"], ["error_log", "/dev/null"], ["default_charset", "ISO-8859-1"],
        ["zend.assertions", "0"], ["serialize_precision", "4"], ["output_buffering", "0"], ["display_errors", "0"]];
    $server->handle("/", message: function ($conn, $data) use ($settings) {
        [$name, $value] = $settings[(int) $data % count($settings)];
        @ini_set($name, $value);
        setlocale(LC_ALL, (int) $data % 2 ? "C" : "C.UTF-8");
        (int) $data % 7 === 0 && ini_restore($name);
        $conn->send("number $data");
    });
    echo serve($server), "\n";
    $server->run();
');
$client = new WebSocketClient(null, $child->line());
for ($i = 0; $i < 500; $i++) {
    $client->send((string) $i);
    $text = $client->text();
    Table::trial('ini_set() in a callback', $text === "number $i" ? '' : $text);
}
$child->signal(SIGTERM);
Table::trial('and it ends', $child->end() === 'exit 0' ? '' : $child->errors);
Table::line('ini_set() in a callback, of 12 settings', 500, 'the server goes on', 'nothing');
Table::end();
