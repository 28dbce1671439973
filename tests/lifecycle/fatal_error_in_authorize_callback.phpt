--TEST--
A fatal error in a feed's authorize callback ends the script as it does anywhere, and the loop can be used in shutdown functions
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
$server->feed('/', authorize: function () {
    echo "callback\n";
    eval('function twice() {} function twice() {}');
});
$client = new Client($server, serve($server));
$client->write("GET /?channel=c HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server, 200);
echo "never\n";
--EXPECTF--
callback

Fatal error: %s
shutdown
