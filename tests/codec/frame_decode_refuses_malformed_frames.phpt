--TEST--
Frame::decode() refuses what no frame may be
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Frame, Role};

$server = fn(string $bytes) => caught(fn() => Frame::decode($bytes, from: Role::Server));
$server("\x83\x00");
$server("\x8B\x00");
$server("\x09\x00");
$server("\x89\x7E\x00\x7E");
$server("\xC9\x00");
$server("\x90\x00");
$server("\x82\x7E\x00\x7D");
$server("\x82\x7F\x00\x00\x00\x00\x00\x00\xFF\xFF");
$server("\x82\x7F\x80\x00\x00\x00\x00\x00\x00\x00");
?>
--EXPECT--
RtComm\ProtocolException 1002: reserved opcode
RtComm\ProtocolException 1002: reserved opcode
RtComm\ProtocolException 1002: control frame is fragmented
RtComm\ProtocolException 1002: control frame is longer than 125 bytes
RtComm\ProtocolException 1002: reserved bits are set
RtComm\ProtocolException 1002: reserved bits are set
RtComm\ProtocolException 1002: payload length is not in its shortest form
RtComm\ProtocolException 1002: payload length is not in its shortest form
RtComm\ProtocolException 1002: payload length is not in its shortest form
