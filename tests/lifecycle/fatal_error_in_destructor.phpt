--TEST--
A fatal error in a destructor ends the script as it does anywhere, and the loop can be used in shutdown functions
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

register_shutdown_function(function () use (&$server) {
    echo "shutdown\n";
    $server->stats();
    $server->tick();
    $server->stop(0);
});
$server = new RtComm\Server();
final class Guest
{
    public function __destruct()
    {
        echo "callback\n";
        eval('function twice() {} function twice() {}');
    }
}
$server->handle('/', open: fn($conn) => $conn->data = new Guest());
$client = new WebSocketClient($server, serve($server));
$client->sendClose();
settle($server, 200);
echo "never\n";
--EXPECTF--
callback

Fatal error: %s
shutdown
