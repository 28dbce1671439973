--TEST--
A server runs once
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server('127.0.0.1:0');
$server->stop();
for ($i = 0; $i < 2; $i++) {
    try {
        $server->run();
    } catch (RtComm\ClosedException $error) {
        echo $error->getMessage(), "\n";
    }
}
--EXPECT--
The server was stopped
The server was stopped
