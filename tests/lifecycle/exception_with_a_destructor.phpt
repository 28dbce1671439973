--TEST--
The release of an exception that error has seen may throw: that leaves tick()
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Costly extends Exception
{
    public function __destruct()
    {
        throw new LogicException('of the destructor');
    }
}
$server = new RtComm\Server();
$server->handle('/', message: fn() => throw new Costly('x'), error: fn() => print "error\n");
$client = new WebSocketClient($server, serve($server));
$client->send('x');
try {
    settle($server, 200);
} catch (LogicException $error) {
    echo $error->getMessage(), "\n";
}
$client->sync();
echo "the server goes on\n";
--EXPECT--
error
of the destructor
the server goes on
