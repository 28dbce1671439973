--TEST--
With busyPoll clients, timers, streams and stop() are served as without it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['busyPoll' => 1000000]);
$server->handle('/', open: fn() => null, message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
foreach (['one', 'two', 'three'] as $text) {
    $client->send($text);
    echo $client->text(), "\n";
}
$loop = $server->loop;
[$near, $far] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$loop->addReadStream($near, function ($stream) use ($loop, $server) {
    echo fread($stream, 10), "\n";
    $loop->removeReadStream($stream);
    $loop->addTimer(0.01, fn() => $server->stop());
});
$added = microtime(true);
$loop->addTimer(0.02, function () use ($added, $far) {
    var_dump(microtime(true) - $added >= 0.02);
    fwrite($far, 'stream');
});
$loop->futureTick(fn() => print("tick\n"));
$server->run();
echo "over\n";
--EXPECT--
one
two
three
tick
bool(true)
stream
over
