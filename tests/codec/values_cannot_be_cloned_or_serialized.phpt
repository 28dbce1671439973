--TEST--
Codec objects can be neither cloned nor serialized
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Decoder, Handshake};

$decoder = new Decoder;
[$message, $frame] = $decoder->push(raw(0x81, 'a') . raw(0x89, 'b'));
foreach ([$decoder, $message, $frame, Handshake::respond('')] as $object) {
    caught(fn() => clone $object);
    caught(fn() => serialize($object));
}
caught(fn() => unserialize('O:24:"RtComm\WebSocket\Decoder":0:{}'));
?>
--EXPECT--
Error: Trying to clone an uncloneable object of class RtComm\WebSocket\Decoder
Exception: Serialization of 'RtComm\WebSocket\Decoder' is not allowed
Error: Trying to clone an uncloneable object of class RtComm\WebSocket\Message
Exception: Serialization of 'RtComm\WebSocket\Message' is not allowed
Error: Trying to clone an uncloneable object of class RtComm\WebSocket\Frame
Exception: Serialization of 'RtComm\WebSocket\Frame' is not allowed
Error: Trying to clone an uncloneable object of class RtComm\WebSocket\Handshake
Exception: Serialization of 'RtComm\WebSocket\Handshake' is not allowed
Exception: Unserialization of 'RtComm\WebSocket\Decoder' is not allowed
