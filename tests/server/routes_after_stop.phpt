--TEST--
A server that was stopped takes no routes
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->stop();
foreach (['handle' => ['open' => fn() => null], 'http' => ['handler' => fn() => 'x']] as $method => $arguments) {
    try {
        $server->$method('/late', ...$arguments);
    } catch (RtComm\ClosedException $error) {
        echo $error->getMessage(), "\n";
    }
}
--EXPECT--
The server was stopped
The server was stopped
