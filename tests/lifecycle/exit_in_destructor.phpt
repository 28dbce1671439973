--TEST--
exit in a destructor ends the script as it does anywhere: no other callback sees it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

register_shutdown_function(fn() => print "shutdown\n");
$server = new RtComm\Server();
final class Guest
{
    public function __destruct()
    {
        echo "callback\n";
        exit("exit\n");
    }
}
$server->handle('/', open: fn($conn) => $conn->data = new Guest());
$client = new WebSocketClient($server, serve($server));
$client->sendClose();
settle($server, 200);
echo "never\n";
--EXPECT--
callback
exit
shutdown
