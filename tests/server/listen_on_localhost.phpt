--TEST--
"localhost" is 127.0.0.1
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
var_dump(str_starts_with($server->listen('localhost:0'), '127.0.0.1:'));
--EXPECT--
bool(true)
