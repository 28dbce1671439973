--TEST--
exit in a feed's authorize callback ends the script as it does anywhere: no other callback sees it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

register_shutdown_function(fn() => print "shutdown\n");
$server = new RtComm\Server();
$server->feed('/', authorize: function () {
    echo "callback\n";
    exit("exit\n");
});
$client = new Client($server, serve($server));
$client->write("GET /?channel=c HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server, 200);
echo "never\n";
--EXPECT--
callback
exit
shutdown
