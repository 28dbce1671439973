--TEST--
A server that was stopped listens no more
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server('127.0.0.1:0');
$server->stop();
try {
    $server->listen('127.0.0.1:0');
} catch (RtComm\ClosedException $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
The server was stopped
