--TEST--
A callback of one server may turn another one's loop
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$inner = new RtComm\Server(null, [], new RtComm\Loop());
$inner->http('/', fn() => 'inner');
$address = serve($inner);
$outer = new RtComm\Server();
$outer->http('/', fn() => 'outer of ' . body((new HttpClient($inner, $address))->get('/')));
echo body((new HttpClient($outer, serve($outer)))->get('/')), "\n";
--EXPECT--
outer of inner
