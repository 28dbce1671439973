--TEST--
Handshake::respond() answers 400 to a request that is no WebSocket handshake
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\WebSocket\Handshake;

require __DIR__ . '/handshake.inc';

function refused(string $head): void
{
    $handshake = Handshake::respond($head);
    echo $handshake->status, ' ', substr(strstr($handshake, "\r\n\r\n"), 4);
}

refused(request(['Upgrade' => null]));
refused(request(['Upgrade' => 'h2c']));
refused(request(['Connection' => 'keep-alive']));
refused(request(['Sec-WebSocket-Key' => null]));
refused(request(['Sec-WebSocket-Key' => 'short']));
refused(request(['Sec-WebSocket-Protocol' => 'a b']));
refused(request(['Content-Length' => '5']));
refused(request([], 'GET /chat HTTP/1.0'));
refused(request(['Host' => null]));
refused("garbage\r\n\r\n");
?>
--EXPECT--
400 a WebSocket handshake needs "Upgrade: websocket" and "Connection: Upgrade"
400 a WebSocket handshake needs "Upgrade: websocket" and "Connection: Upgrade"
400 a WebSocket handshake needs "Upgrade: websocket" and "Connection: Upgrade"
400 a WebSocket handshake has one Sec-WebSocket-Key
400 Sec-WebSocket-Key is not the base64 form of 16 bytes
400 malformed Sec-WebSocket-Protocol
400 a WebSocket handshake has no body
400 a WebSocket handshake needs HTTP/1.1
400 no Host
400 not an HTTP request
