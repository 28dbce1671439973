--TEST--
Handshake::acceptKey() refuses what is not the base64 form of 16 bytes
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Handshake;

foreach (['', 'abc', 'dGhlIHNhbXBsZSBub25jZQ', 'dGhlIHNhbXBsZSBub25j', 'dGhlIHNhbXBsZSBub25jZQ==x'] as $key) {
    caught(fn() => Handshake::acceptKey($key));
}
?>
--EXPECT--
ValueError: RtComm\WebSocket\Handshake::acceptKey(): Argument #1 ($key) must be the base64 form of 16 bytes
ValueError: RtComm\WebSocket\Handshake::acceptKey(): Argument #1 ($key) must be the base64 form of 16 bytes
ValueError: RtComm\WebSocket\Handshake::acceptKey(): Argument #1 ($key) must be the base64 form of 16 bytes
ValueError: RtComm\WebSocket\Handshake::acceptKey(): Argument #1 ($key) must be the base64 form of 16 bytes
ValueError: RtComm\WebSocket\Handshake::acceptKey(): Argument #1 ($key) must be the base64 form of 16 bytes
