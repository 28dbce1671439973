--TEST--
Handshake::respond() does not look behind the head
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Handshake;

require __DIR__ . '/handshake.inc';

echo Handshake::respond(request() . "\x81\x80mask")->status, "\n";
?>
--EXPECT--
101
