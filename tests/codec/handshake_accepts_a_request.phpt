--TEST--
Handshake::respond() accepts a request with a 101 response
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Handshake;

require __DIR__ . '/handshake.inc';

$handshake = Handshake::respond(request());
var_dump($handshake->status, $handshake->subprotocol, $handshake instanceof Stringable);
echo str_replace("\r\n", "|\n", $handshake);
?>
--EXPECT--
int(101)
NULL
bool(true)
HTTP/1.1 101 Switching Protocols|
Upgrade: websocket|
Connection: Upgrade|
Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=|
|
