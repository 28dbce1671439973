--TEST--
Handshake::respond() selects the client's first subprotocol that the server has
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Handshake;

require __DIR__ . '/handshake.inc';

foreach (['chat, superchat', 'superchat,chat', 'other, chat', 'CHAT'] as $offer) {
    $handshake = Handshake::respond(request(['Sec-WebSocket-Protocol' => $offer]), ['chat', 'superchat']);
    $field = strstr($handshake, 'Sec-WebSocket-Protocol');
    echo $handshake->status, ' ', var_export($handshake->subprotocol, true), ' ', rtrim($field ?: 'no field'), "\n";
}
?>
--EXPECT--
101 'chat' Sec-WebSocket-Protocol: chat
101 'superchat' Sec-WebSocket-Protocol: superchat
101 'chat' Sec-WebSocket-Protocol: chat
101 NULL no field
