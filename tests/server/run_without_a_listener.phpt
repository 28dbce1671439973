--TEST--
A server that listens nowhere does not run
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
try {
    $server->run();
} catch (RtComm\RuntimeException $error) {
    echo get_class($error), ': ', $error->getMessage(), "\n";
}
--EXPECT--
RtComm\RuntimeException: The server listens nowhere: give the constructor an address, or call listen()
