--TEST--
exit in a destructor that runs while a server is freed ends the script in order
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Guest
{
    public function __destruct()
    {
        exit("exit\n");
    }
}
register_shutdown_function(fn() => print "shutdown\n");
$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->data = new Guest());
$client = new WebSocketClient($server, serve($server));
$client->server = null;
unset($server);
echo "never\n";
--EXPECT--
exit
shutdown
