--TEST--
exit in open of a session ends the script as it does anywhere: no other callback sees it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

register_shutdown_function(fn() => print "shutdown\n");
$deed = function () {
    echo "callback\n";
    exit("exit\n");
};
$server = new RtComm\Server();
$server->handle('/', open: $deed);
$client = new Client($server, serve($server));
$client->write("GET / HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n\r\n");
settle($server, 200);
echo "never\n";
--EXPECT--
callback
exit
shutdown
