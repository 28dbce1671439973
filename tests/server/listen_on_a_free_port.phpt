--TEST--
Port 0 takes a free port; listen() says which
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'hello');
$address = $server->listen('127.0.0.1:0');
[$host, $port] = explode(':', $address);
var_dump($host, $port > 0, (string) (int) $port === $port);
echo body((new HttpClient($server, $address))->get('/')), "\n";
--EXPECT--
string(9) "127.0.0.1"
bool(true)
bool(true)
hello
