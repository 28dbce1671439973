--TEST--
A fatal error in a destructor that runs while a server is freed ends the script in order
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    final class Guest
    {
        public function __destruct()
        {
            echo "destructor\n";
            eval("function twice() {} function twice() {}");
        }
    }
    register_shutdown_function(fn() => print "shutdown\n");
    $server = new RtComm\Server();
    $server->handle("/", open: fn($conn) => $conn->data = new Guest());
    $client = new WebSocketClient($server, serve($server));
    $client->server = null;
    unset($server);
    echo "never\n";
', '-d display_errors=0');
echo $child->end(), "\n", $child->output, $child->errors;
--EXPECT--
exit 255
destructor
shutdown
