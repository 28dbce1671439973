--TEST--
The grace is not negative
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
foreach ([-1, NAN, 86401] as $grace) {
    try {
        $server->stop($grace);
        echo "no error\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
--EXPECT--
RtComm\Server::stop(): Argument #1 ($grace) must be between 0 and 86400
RtComm\Server::stop(): Argument #1 ($grace) must be between 0 and 86400
RtComm\Server::stop(): Argument #1 ($grace) must be between 0 and 86400
