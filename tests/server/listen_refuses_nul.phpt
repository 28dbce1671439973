--TEST--
An address with a NUL byte is no address
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
try {
    $server->listen("unix:/tmp/a\0b");
} catch (ValueError $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
RtComm\Server::listen(): Argument #1 ($address) must not contain any null bytes
