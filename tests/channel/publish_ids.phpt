--TEST--
Ids count up by one in their channel, within one epoch
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$a = $server->channel('a');
$b = $server->channel('b');
[$epoch, $offset] = explode(':', $a->publish('x'));
var_dump(strlen($epoch) > 8, $offset);
for ($i = 2; $i < 5; $i++) {
    var_dump($a->publish('x') === "$epoch:$i");
}
[$other, $offset] = explode(':', $b->publish('x'));
var_dump($offset, $a->cursor() === "$epoch:4", $b->cursor() === "$other:1");
--EXPECT--
bool(true)
string(1) "1"
bool(true)
bool(true)
bool(true)
string(1) "1"
bool(true)
bool(true)
