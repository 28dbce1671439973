--TEST--
exit in a feed's publish callback ends the script as it does anywhere: no other callback sees it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

register_shutdown_function(fn() => print "shutdown\n");
$server = new RtComm\Server();
$server->feed('/{channel}', publish: function () {
    echo "callback\n";
    exit("exit\n");
});
$client = new Client($server, serve($server));
$client->write("POST /c HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhello");
settle($server, 200);
echo "never\n";
--EXPECT--
callback
exit
shutdown
