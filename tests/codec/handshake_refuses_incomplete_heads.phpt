--TEST--
Handshake::respond() answers 400 to a head that does not end
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Handshake;

require __DIR__ . '/handshake.inc';

foreach (['', 'GET', substr(request(), 0, -1)] as $head) {
    $handshake = Handshake::respond($head);
    echo $handshake->status, ' ', substr(strstr($handshake, "\r\n\r\n"), 4);
}
?>
--EXPECT--
400 the request's head is incomplete
400 the request's head is incomplete
400 the request's head is incomplete
