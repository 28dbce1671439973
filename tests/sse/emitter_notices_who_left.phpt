--TEST--
Within two heartbeats a client that left is noticed: wait() and isOpen() are false, stream() returns
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new WebServer(<<<'PHP'
    function note(string $text): void
    {
        file_put_contents(NOTES, "$text\n", FILE_APPEND);
    }
    register_shutdown_function(fn() => note('shutdown ' . $_SERVER['REQUEST_URI']));
    $sse = new RtComm\Sse\Emitter(heartbeat: 0.05);
    $sse->send('hello');
    switch ($_SERVER['REQUEST_URI']) {
        case '/wait':
            while ($sse->wait(10.0));
            note('wait is over');
            break;
        case '/poll':
            while ($sse->isOpen()) {
                usleep(1000);
            }
            note('poll is over');
            break;
        case '/stream':
            $sse->stream((function () use ($sse) {
                while (true) {
                    usleep(1000);
                    yield null;
                }
            })());
            note('stream is over');
            break;
        case '/careless':
            while (true) {
                $sse->send('tick');
                usleep(10000);
            }
    }
    note(json_encode([$sse->isOpen(), connection_aborted()]));
    PHP);
foreach (['/wait', '/poll', '/stream', '/careless'] as $path) {
    $connection = $server->request(path: $path);
    response_headers($connection);
    echo fgets($connection);
    fclose($connection);
    var_dump($server->noted("shutdown $path"));
}
echo file_get_contents($server->notes);
?>
--EXPECT--
data: hello
bool(true)
data: hello
bool(true)
data: hello
bool(true)
data: hello
bool(true)
wait is over
[false,1]
shutdown /wait
poll is over
[false,1]
shutdown /poll
stream is over
[false,1]
shutdown /stream
shutdown /careless
