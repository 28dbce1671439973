--TEST--
What a child does to the server, and what it throws, is not felt by its parent's clients
--EXTENSIONS--
rtcomm
pcntl
--SKIPIF--
<?php
if (getenv('RTCOMM_TEST_LISTEN') === 'tls') {
    die('skip The client is in the process that forks, and its side of TLS cannot be in two');
}
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$deeds = [
    'stop' => fn($server, $conn) => $server->stop(0),
    'listen' => fn($server, $conn) => $server->listen('127.0.0.1:0'),
    'terminate' => fn($server, $conn) => $conn->terminate(),
    'pause' => fn($server, $conn) => $conn->pause(),
    'throw' => fn() => throw new LogicException('in the child'),
    'pause and throw' => function ($server, $conn) {
        $conn->pause();
        throw new LogicException('in the child');
    },
];
$parent = getmypid();
foreach ($deeds as $name => $deed) {
    $server = new RtComm\Server(null, [], new RtComm\Loop());
    $server->handle('/', message: function ($conn, $data) use ($server, $deed) {
        $pid = pcntl_fork();
        if ($pid === 0) {
            $deed($server, $conn);
            exit(0);
        }
        pcntl_waitpid($pid, $status);
        $conn->send($data);
    }, transports: [RtComm\Transport::WebSocket]);
    $address = serve($server);
    $client = new WebSocketClient($server, $address);
    try {
        foreach (['once', 'again'] as $text) {
            fwrite($client->stream, WebSocketClient::frame(0x81, $text));
            echo $name, ': ', $client->text(), "\n";
        }
        echo status((new HttpClient($server, $address))->get('/')), "\n";
    } catch (LogicException $error) {
        if (getmypid() === $parent) {
            throw $error;
        }
        exit(0);
    }
}
--EXPECT--
stop: once
stop: again
HTTP/1.1 426 Upgrade Required
listen: once
listen: again
HTTP/1.1 426 Upgrade Required
terminate: once
terminate: again
HTTP/1.1 426 Upgrade Required
pause: once
pause: again
HTTP/1.1 426 Upgrade Required
throw: once
throw: again
HTTP/1.1 426 Upgrade Required
pause and throw: once
pause and throw: again
HTTP/1.1 426 Upgrade Required
