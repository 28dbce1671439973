--TEST--
Clients of a unix socket have no address to count
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$server = new RtComm\Server("unix:$path", ['maxConnectionsPerIp' => 1]);
$server->http('/', fn() => 'x');
for ($i = 0; $i < 3; $i++) {
    $clients[$i] = new HttpClient($server, "unix:$path");
    echo status($clients[$i]->get('/')), "\n";
}
--EXPECT--
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
