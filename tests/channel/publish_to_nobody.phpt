--TEST--
A publication without subscribers has an id as well
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$channel = $server->channel('empty');
var_dump(count($channel), str_ends_with($channel->cursor(), ':0'), str_ends_with($channel->publish('x'), ':1'));
var_dump($server->stats()['published'], $server->stats()['messagesOut']);
--EXPECT--
int(0)
bool(true)
bool(true)
int(1)
int(0)
