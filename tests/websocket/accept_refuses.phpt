--TEST--
accept that returns false: 403, and nothing is opened
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function () {
    echo "open\n";
}, close: function () {
    echo "close\n";
}, accept: fn() => false);
$client = new WebSocketClient($server, serve($server));
echo show($client->response);
var_dump($server->stats()['opened']);
--EXPECT--
HTTP/1.1 403 Forbidden
Content-Length: 8
Connection: close
Content-Type: text/plain; charset=utf-8

refused
int(0)
