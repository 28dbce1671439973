--TEST--
Two servers on one loop serve side by side, and one may end before the other
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$one = new RtComm\Server();
$two = new RtComm\Server();
$one->http('/', fn() => 'one');
$two->http('/', fn() => 'two');
$first = serve($one);
$second = serve($two);
echo body((new HttpClient($one, $first))->get('/')), body((new HttpClient($one, $second))->get('/')), "\n";
$one->stop();
settle($two);
echo body((new HttpClient($two, $second))->get('/')), "\n";
unset($one);
echo body((new HttpClient($two, $second))->get('/')), "\n";
--EXPECT--
onetwo
two
two
