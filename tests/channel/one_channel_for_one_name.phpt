--TEST--
Two objects of one name are the same channel
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$one = $server->channel('c');
$two = $server->channel('c');
$one->publish('x');
var_dump($one->cursor() === $two->cursor(), $server->channel('C')->cursor() === $one->cursor());
--EXPECT--
bool(true)
bool(false)
