--TEST--
A server keeps its loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, [], new RtComm\Loop());
$server->http('/', fn() => 'x');
gc_collect_cycles();
echo body((new HttpClient($server, serve($server)))->get('/')), "\n";
--EXPECT--
x
