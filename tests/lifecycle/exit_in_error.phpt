--TEST--
exit in error ends the script as it does anywhere: no other callback sees it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

register_shutdown_function(fn() => print "shutdown\n");
$server = new RtComm\Server();
$server->handle('/', message: fn() => throw new Exception('first'), error: function () {
    echo "callback\n";
    exit("exit\n");
});
$client = new WebSocketClient($server, serve($server));
$client->send('hello');
settle($server, 200);
echo "never\n";
--EXPECT--
callback
exit
shutdown
