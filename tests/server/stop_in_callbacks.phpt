--TEST--
Any callback may stop the server
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

foreach (['open', 'message', 'close', 'error'] as $name) {
    $server = new RtComm\Server();
    $stop = function () use ($server, $name) {
        echo "$name\n";
        $server->stop();
    };
    $callbacks = ['message' => fn() => throw new Exception('x'), 'error' => fn() => null, $name => $stop];
    $server->handle('/', ...$callbacks);
    $client = new WebSocketClient($server, serve($server));
    $client->send('hello');
    $client->sendClose()->all();
    try {
        $server->listen('127.0.0.1:0');
    } catch (RtComm\ClosedException $error) {
        echo $error->getMessage(), "\n";
    }
}
--EXPECT--
open
The server was stopped
message
The server was stopped
close
The server was stopped
error
The server was stopped
