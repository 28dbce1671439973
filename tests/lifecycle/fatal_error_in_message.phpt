--TEST--
A fatal error in message ends the script as it does anywhere, and the loop can be used in shutdown functions
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
$server->handle('/', message: function () {
    echo "callback\n";
    eval('function twice() {} function twice() {}');
});
$client = new WebSocketClient($server, serve($server));
$client->send('hello');
settle($server, 200);
echo "never\n";
--EXPECTF--
callback

Fatal error: %s
shutdown
