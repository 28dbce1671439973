--TEST--
Handshake::respond() answers 405 to another method
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Handshake;

require __DIR__ . '/handshake.inc';

$handshake = Handshake::respond(request([], 'POST /chat HTTP/1.1'));
var_dump($handshake->status);
echo str_replace("\r\n", "|\n", $handshake);
?>
--EXPECT--
int(405)
HTTP/1.1 405 Method Not Allowed|
Content-Type: text/plain; charset=utf-8|
Content-Length: 39|
Allow: GET|
Connection: close|
|
a WebSocket handshake is a GET request
