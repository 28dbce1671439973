--TEST--
The constructor listens where it is told
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$server = new RtComm\Server("unix:$path");
$server->http('/', fn() => 'hello');
echo body((new HttpClient($server, "unix:$path"))->get('/')), "\n";
--EXPECT--
hello
