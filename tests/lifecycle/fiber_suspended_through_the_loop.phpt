--TEST--
A callback may suspend the Fiber in which the loop turns: nobody else turns it meanwhile
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data) {
    echo "got $data\n";
    Fiber::suspend('suspended');
    echo "going on with $data\n";
    $conn->send("answer to $data");
});
$client = new WebSocketClient($server, serve($server));
fwrite($client->stream, WebSocketClient::frame(0x81, 'hello'));
$fiber = new Fiber(function () use ($server) {
    settle($server);
    return 'done';
});
echo $fiber->start(), "\n";
try {
    $server->tick();
} catch (RtComm\ClosedException $error) {
    echo $error->getMessage(), "\n";
}
$server->channel('c')->publish('x');
$fiber->resume();
var_dump($fiber->isTerminated());
echo $client->text(), "\n";
--EXPECT--
got hello
suspended
The loop is already running
going on with hello
bool(true)
answer to hello
