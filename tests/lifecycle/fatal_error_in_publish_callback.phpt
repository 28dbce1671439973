--TEST--
A fatal error in a feed's publish callback ends the script as it does anywhere, and the loop can be used in shutdown functions
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
$server->feed('/{channel}', publish: function () {
    echo "callback\n";
    eval('function twice() {} function twice() {}');
});
$client = new Client($server, serve($server));
$client->write("POST /c HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhello");
settle($server, 200);
echo "never\n";
--EXPECTF--
callback

Fatal error: %s
shutdown
