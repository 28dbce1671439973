--TEST--
A server that was stopped gives no channels; those that are held go on as long as it lives
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$channel = $server->channel('c');
$server->stop();
try {
    $server->channel('d');
} catch (RtComm\ClosedException $error) {
    echo $error->getMessage(), "\n";
}
echo strrchr($channel->publish('x'), ':'), "\n";
--EXPECT--
The server was stopped
:1
