--TEST--
A server is constructed once
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
try {
    $server->__construct();
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
try {
    (new ReflectionClass($server))->newInstanceWithoutConstructor();
} catch (ReflectionException $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
The server is already constructed
Class RtComm\Server is an internal class marked as final that cannot be instantiated without invoking its constructor
