--TEST--
A server may listen on several addresses
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$server = new RtComm\Server();
$server->http('/', fn() => 'hello');
$addresses = [$server->listen('127.0.0.1:0'), $server->listen('127.0.0.1:0'), $server->listen("unix:$path")];
var_dump(count(array_unique($addresses)));
foreach ($addresses as $address) {
    echo body((new HttpClient($server, $address))->get('/')), "\n";
}
--EXPECT--
int(3)
hello
hello
hello
