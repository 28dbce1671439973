--TEST--
exit in accept ends the script as it does anywhere: no other callback sees it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

register_shutdown_function(fn() => print "shutdown\n");
$server = new RtComm\Server();
$server->handle('/', open: fn() => null, accept: function () {
    echo "callback\n";
    exit("exit\n");
});
$client = new Client($server, serve($server));
$client->write(WebSocketClient::handshake());
settle($server, 200);
echo "never\n";
--EXPECT--
callback
exit
shutdown
