--TEST--
An address that is not this machine's, or a directory that is not there: ListenException
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
foreach (['192.0.2.1:0', 'unix:/nowhere/at/all'] as $address) {
    try {
        $server->listen($address);
    } catch (RtComm\ListenException $error) {
        echo $error->getMessage(), "\n";
    }
}
--EXPECT--
cannot listen on 192.0.2.1:0: Cannot assign requested address
cannot listen on unix:/nowhere/at/all: No such file or directory
