--TEST--
Handshake::respond() answers 426 to another version and names the one it speaks
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Handshake;

require __DIR__ . '/handshake.inc';

$handshake = Handshake::respond(request(['Sec-WebSocket-Version' => '8']), ['chat']);
var_dump($handshake->status, $handshake->subprotocol);
echo str_replace("\r\n", "|\n", $handshake);
echo Handshake::respond(request(['Sec-WebSocket-Version' => null]))->status, "\n";
?>
--EXPECT--
int(426)
NULL
HTTP/1.1 426 Upgrade Required|
Content-Type: text/plain; charset=utf-8|
Content-Length: 45|
Sec-WebSocket-Version: 13|
Upgrade: websocket|
Connection: Upgrade, close|
|
only Sec-WebSocket-Version 13 is spoken here
426
