--TEST--
run() and tick() in a callback: the loop is already running
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server('127.0.0.1:0');
$server->loop->futureTick(function () use ($server) {
    foreach (['run', 'tick'] as $method) {
        try {
            $server->$method();
        } catch (RtComm\ClosedException $error) {
            echo "$method: ", $error->getMessage(), "\n";
        }
    }
    try {
        $server->loop->run();
    } catch (RtComm\ClosedException $error) {
        echo 'Loop::run: ', $error->getMessage(), "\n";
    }
    $server->stop();
});
$server->run();
echo "over\n";
--EXPECT--
run: The loop is already running
tick: The loop is already running
Loop::run: The loop is already running
over
