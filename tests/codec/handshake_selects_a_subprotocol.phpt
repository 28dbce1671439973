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
    preg_match('/^Sec-WebSocket-Protocol: (.*)\r$/m', $handshake, $match);
    echo $handshake->status, ' ', var_export($handshake->subprotocol, true), ' ', $match[1] ?? 'no field', "\n";
}
?>
--EXPECT--
101 'chat' chat
101 'superchat' superchat
101 'chat' chat
101 NULL no field
