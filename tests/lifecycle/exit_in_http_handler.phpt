--TEST--
exit in an HTTP handler ends the script as it does anywhere: no other callback sees it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

register_shutdown_function(fn() => print "shutdown\n");
$server = new RtComm\Server();
$server->http('/', function () {
    echo "callback\n";
    exit("exit\n");
});
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server, 200);
echo "never\n";
--EXPECT--
callback
exit
shutdown
