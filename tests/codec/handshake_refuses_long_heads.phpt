--TEST--
Handshake::respond() answers 431 to a head above 16 KiB
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Handshake;

require __DIR__ . '/handshake.inc';

$handshake = Handshake::respond(request(['X-Long' => str_repeat('a', 16384)]));
echo $handshake->status, "\n", strtok($handshake, "\r\n"), "\n";
echo Handshake::respond(request(['X-Long' => str_repeat('a', 16000)]))->status, "\n";
?>
--EXPECT--
431
HTTP/1.1 431 Request Header Fields Too Large
101
