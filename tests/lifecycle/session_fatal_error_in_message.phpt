--TEST--
A fatal error in message of a session ends the script as it does anywhere, and the loop can be used in shutdown functions
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
$server->handle('/', message: $deed);
$address = serve($server);
$stream = new StreamClient($server, $address);
$stream->text();
$client = new Client($server, $address);
$client->write("POST /?session=$stream->token HTTP/1.1\r\nHost: test\r\nContent-Length: 1\r\n\r\nx");
settle($server, 200);
echo "never\n";
--EXPECTF--
callback

Fatal error: %s
shutdown
