--TEST--
Routes are settled once run() has begun
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server('127.0.0.1:0');
$server->loop->futureTick(function () use ($server) {
    foreach (['handle' => ['open' => fn() => null], 'http' => ['handler' => fn() => 'x']] as $method => $arguments) {
        try {
            $server->$method('/late', ...$arguments);
        } catch (RtComm\ClosedException $error) {
            echo $error->getMessage(), "\n";
        }
    }
    $server->stop();
});
$server->run();
--EXPECT--
Routes cannot be added after run() began
Routes cannot be added after run() began
