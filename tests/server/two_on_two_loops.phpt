--TEST--
Servers on loops of their own turn apart
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$one = new RtComm\Server(null, [], new RtComm\Loop());
$two = new RtComm\Server(null, [], new RtComm\Loop());
$one->http('/', fn() => 'one');
$two->http('/', fn() => 'two');
$first = new HttpClient($one, serve($one));
$second = new HttpClient($two, serve($two));
fwrite($second->stream, "GET / HTTP/1.1\r\nHost: test\r\n\r\n");
echo body($first->get('/')), "\n";
var_dump($two->stats()['requests']);
echo body($second->response()), "\n";
--EXPECT--
one
int(0)
two
