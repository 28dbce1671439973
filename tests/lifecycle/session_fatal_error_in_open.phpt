--TEST--
A fatal error in open of a session ends the script as it does anywhere, and the loop can be used in shutdown functions
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

register_shutdown_function(function () use (&$server) {
    echo "shutdown\n";
    $server->stats();
    $server->tick();
    $server->stop(0);
});
$deed = function () {
    echo "callback\n";
    eval('function twice() {} function twice() {}');
};
$server = new RtComm\Server();
$server->handle('/', open: $deed);
$client = new Client($server, serve($server));
$client->write("GET / HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n\r\n");
settle($server, 200);
echo "never\n";
--EXPECTF--
callback

Fatal error: %s
shutdown
