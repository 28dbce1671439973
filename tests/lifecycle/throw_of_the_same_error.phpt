--TEST--
error may throw again what it was given
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn() => throw new LogicException('x'), error: fn($conn, $error) => throw $error);
$client = new WebSocketClient($server, serve($server));
$client->send('x');
try {
    settle($server, 200);
} catch (LogicException $error) {
    echo $error->getMessage(), "\n";
    var_dump($error->getPrevious());
}
--EXPECT--
x
NULL
