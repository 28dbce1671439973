--TEST--
stop() removes the file of a unix socket
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$server = new RtComm\Server("unix:$path");
$server->stop();
clearstatcache();
var_dump(file_exists($path));
--EXPECT--
bool(false)
