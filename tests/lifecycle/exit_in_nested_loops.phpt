--TEST--
exit in a callback of an inner loop, in a callback of an outer one, ends both
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

register_shutdown_function(fn() => print "shutdown\n");
$inner = new RtComm\Server(null, [], new RtComm\Loop());
$inner->http('/', fn() => exit("exit\n"));
$address = serve($inner);
$outer = new RtComm\Server();
$outer->http('/', fn() => (new HttpClient($inner, $address))->get('/'));
(new HttpClient($outer, serve($outer)))->get('/');
echo "never\n";
--EXPECT--
exit
shutdown
