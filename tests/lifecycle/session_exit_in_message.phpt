--TEST--
exit in message of a session ends the script as it does anywhere: no other callback sees it
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
$server->handle('/', message: $deed);
$address = serve($server);
$stream = new StreamClient($server, $address);
$stream->text();
$client = new Client($server, $address);
$client->write("POST /?session=$stream->token HTTP/1.1\r\nHost: test\r\nContent-Length: 1\r\n\r\nx");
settle($server, 200);
echo "never\n";
--EXPECT--
callback
exit
shutdown
