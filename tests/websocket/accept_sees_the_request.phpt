--TEST--
accept gets the request before the connection is opened
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle(
    '/{room}',
    open: function () {
        echo "open\n";
    },
    accept: function (RtComm\Request $request) {
        echo "accept {$request->params['room']} {$request->header('x-name')}\n";
    },
);
$client = new WebSocketClient($server, serve($server), '/blue', ['X-Name' => 'Ann']);
echo status("$client->response\r\n"), "\n";
--EXPECT--
accept blue Ann
open
HTTP/1.1 101 Switching Protocols
