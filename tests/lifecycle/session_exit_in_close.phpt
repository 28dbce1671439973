--TEST--
exit in close of a session ends the script as it does anywhere: no other callback sees it
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
$server->handle('/', open: fn() => null, close: $deed);
$address = serve($server);
$poll = new PollClient($server, $address);
$client = new Client($server, $address);
$client->write("DELETE /?session=$poll->token HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server, 200);
echo "never\n";
--EXPECT--
callback
exit
shutdown
