--TEST--
An address that is listened on while maxConnections is reached takes nobody before there is room
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxConnections' => 1]);
$server->http('/', fn() => 'x');
$server->onLog(fn() => null);
$first = new HttpClient($server, $server->listen('127.0.0.1:0'));
echo status($first->get('/')), "\n";
$second = new HttpClient($server, $server->listen('127.0.0.1:0'));
$second->write("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server, 20);
$second->pump();
var_dump($second->received, $server->stats()['connections']);
$first->close();
echo status($second->response()), "\n";
--EXPECT--
HTTP/1.1 200 OK
string(0) ""
int(1)
HTTP/1.1 200 OK
