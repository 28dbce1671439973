--TEST--
Events of several channels have a cursor of all of them, in the order of the request
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server();
$server->feed('/feeds');
[$a, $b] = [$server->channel('a'), $server->channel('b')];
$a->publish('before');
$client = new StreamClient($server, serve($server), '/feeds?channel=b&channel=a');
$show = fn() => print(plain($client->block(), epoch($a), epoch($b)));
$show();
$a->publish('x', 'e');
$show();
$b->publish('y');
$show();
$a->publish(str_repeat('z', 6000));
echo strlen($client->block()) - strlen(epoch($a) . epoch($b)), "\n";
$b->publish("\0", binary: true);
$show();
--EXPECT--
retry: N
id: e2:0,e1:1

id: e2:0,e1:2
event: e
data: x

id: e2:1,e1:2
data: y

6018
id: e2:2,e1:3
event: binary
data: AA==

