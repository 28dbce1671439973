<?php

/*
 * Logs that cannot be written: on a full disk, on a closed descriptor, by a callback that throws. Nobody but the log
 * may suffer.
 *
 *   logs.php [--quick]
 */

require __DIR__ . '/stage.inc';

const SERVER = <<<'PHP'
    $server = new RtComm\Server();
    $server->http('/', function () {
        static $count = 0;
        if (++$count % 2) {
            throw new LogicException("failure $count");
        }
        return "number $count";
    });
    $server->handle('/chat', message: fn($conn, $data) => $conn->send("echo $data"));
    if (LOG === 'error_log') {
        $server->onLog(fn($level, $message) => error_log("$level: $message"));
    }
    echo serve($server), "\n";
    if (LOG === 'fclose') {
        fclose(STDERR);
    }
    $server->run();
    PHP;

$sinks = [
    'stderr on a full disk' => ['2>/dev/full', ''],
    'stderr closed' => ['2>&-', ''],
    'stdin and stderr closed' => ['0<&- 2>&-', ''],
    'fclose(STDERR) in the script' => ['', 'fclose'],
    'error_log() on a full disk' => ['-d log_errors=1 -d error_log=/dev/full', 'error_log'],
    'error_log() in a directory that is not there' => ['-d log_errors=1 -d error_log=/nowhere/at/all 2>/dev/full', 'error_log'],
];
$count = is_quick() ? 50 : 500;
foreach ($sinks as $name => [$options, $log]) {
    $child = new Child('const LOG = ' . var_export($log, true) . ';' . SERVER, $options);
    $address = $child->line();
    $socket = new WebSocketClient(null, $address, '/chat');
    $client = new HttpClient(null, $address);
    $problem = '';
    for ($i = 1; $i <= $count && $problem === ''; $i++) {
        $response = $client->get('/');
        $expected = $i % 2 ? 'HTTP/1.1 500 ' : "\r\n\r\nnumber $i";
        if (!str_contains($response, $expected)) {
            $problem = "request $i: $response";
        }
        $socket->send("number $i");
        $text = $socket->text();
        if ($text !== "echo number $i") {
            $problem = "message $i: $text"; /* a line of the log among the bytes of a client would be seen here */
        }
    }
    $child->signal(SIGTERM);
    $socket->sendClose();
    $end = $child->end();
    Table::trial("$name", $problem ?: ($end === 'exit 0' ? '' : "$end $child->errors"));
    Table::line($name, $count, 'clients notice nothing', 'lines of the log');
}

/* A callback that throws ends run(), which may be called again. */
$tried = 0;
for ($i = 0; $i < (is_quick() ? 10 : 100); $i++) {
    $server = new RtComm\Server(null, [], new RtComm\Loop());
    $server->handle('/', message: fn($conn, $data) => $conn->send("echo $data"));
    $server->onLog(fn() => throw new LogicException('the log'));
    $address = serve($server);
    $witness = new WebSocketClient($server, $address);
    $client = (new Client($server, $address))->write('GET /none ' . REQUEST . "\r\n");
    $thrown = 0;
    $end = microtime(true) + 10;
    for ($turn = 0; $turn < 20 || (!str_contains($client->received, ' 404 ') && microtime(true) < $end); $turn++) {
        $client->pump();
        try {
            $server->tick(0.001);
        } catch (LogicException) {
            $thrown++;
        }
    }
    $client->pump();
    $witness->send('hello');
    Table::trial('a log callback that throws', match (true) {
        $thrown !== 1 => "it was thrown $thrown times",
        !str_contains($client->received, ' 404 ') => 'the request was not answered',
        $witness->text() !== 'echo hello' => 'the witness was not answered',
        default => '',
    });
    $tried++;
}
Table::line('a log callback throws', $tried, 'run() rethrows it, once; it may be called again, and all clients are there', 'that line');
Table::end();
