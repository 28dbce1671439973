--TEST--
Handshake::respond() refuses subprotocols that are no tokens, and unknown options
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Handshake;

caught(fn() => Handshake::respond('', [1]));
caught(fn() => Handshake::respond('', ['chat', 'a b']));
caught(fn() => Handshake::respond('', ['']));
caught(fn() => Handshake::respond('', [], ['compress' => true]));
caught(fn() => Handshake::respond('', [], [true]));
$chat = 'chat';
echo Handshake::respond('', ['x' => &$chat])->status, "\n";
?>
--EXPECT--
TypeError: RtComm\WebSocket\Handshake::respond(): Argument #2 ($subprotocols) must contain only strings
ValueError: RtComm\WebSocket\Handshake::respond(): Argument #2 ($subprotocols) must contain only tokens, and "a b" is none
ValueError: RtComm\WebSocket\Handshake::respond(): Argument #2 ($subprotocols) must contain only tokens, and "" is none
ValueError: RtComm\WebSocket\Handshake::respond(): Argument #3 ($options) must not contain the unknown option "compress"; allowed is deflate
ValueError: RtComm\WebSocket\Handshake::respond(): Argument #3 ($options) must not contain the unknown option "(a number)"; allowed is deflate
400
