--TEST--
Handshake::respond() selects no subprotocol unless it was offered
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Handshake;

require __DIR__ . '/handshake.inc';

$handshake = Handshake::respond(request(), ['chat']);
var_dump($handshake->status, $handshake->subprotocol, str_contains($handshake, 'Protocol:'));
$handshake = Handshake::respond(request(['Sec-WebSocket-Protocol' => 'chat']));
var_dump($handshake->status, $handshake->subprotocol, str_contains($handshake, 'Protocol:'));
?>
--EXPECT--
int(101)
NULL
bool(false)
int(101)
NULL
bool(false)
