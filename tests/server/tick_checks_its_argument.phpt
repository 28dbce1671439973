--TEST--
tick() waits no negative time
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
foreach ([-1, NAN, -INF] as $wait) {
    try {
        $server->tick($wait);
        echo "no error\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
--EXPECT--
RtComm\Server::tick(): Argument #1 ($wait) must be at least 0
RtComm\Server::tick(): Argument #1 ($wait) must be at least 0
RtComm\Server::tick(): Argument #1 ($wait) must be at least 0
