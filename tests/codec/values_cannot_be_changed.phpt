--TEST--
Frame, Message and Handshake are read-only and take no other properties
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Decoder, Frame, Handshake};

[$message, $frame] = (new Decoder)->push(raw(0x81, 'a') . raw(0x89, 'b'));
foreach ([$message, $frame] as $object) {
    caught(function () use ($object) { $object->payload = 'x'; });
    caught(function () use ($object) { unset($object->payload); });
    caught(function () use ($object) { $object->other = 'x'; });
}
$handshake = Handshake::respond('');
caught(function () use ($handshake) { $handshake->status = 101; });
caught(function () use ($handshake) { echo $handshake->response; });
?>
--EXPECT--
Error: Cannot modify readonly property RtComm\WebSocket\Message::$payload
Error: Cannot unset readonly property RtComm\WebSocket\Message::$payload
Error: Cannot create dynamic property RtComm\WebSocket\Message::$other
Error: Cannot modify readonly property RtComm\WebSocket\Frame::$payload
Error: Cannot unset readonly property RtComm\WebSocket\Frame::$payload
Error: Cannot create dynamic property RtComm\WebSocket\Frame::$other
Error: Cannot modify readonly property RtComm\WebSocket\Handshake::$status
Error: Cannot access private property RtComm\WebSocket\Handshake::$response
