--TEST--
A socket file that a dead server left behind is replaced
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
fclose(stream_socket_server("unix://$path"));
var_dump(filetype($path));
$server = new RtComm\Server("unix:$path");
$server->http('/', fn() => 'hello');
echo body((new HttpClient($server, "unix:$path"))->get('/')), "\n";
--EXPECT--
string(6) "socket"
hello
