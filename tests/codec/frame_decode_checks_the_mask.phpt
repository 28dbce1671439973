--TEST--
Frame::decode() wants masks from clients and none from servers
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Frame, Role};

caught(fn() => Frame::decode(raw(0x81, 'a', null)));
caught(fn() => Frame::decode(raw(0x81, 'a'), from: Role::Server));
?>
--EXPECT--
RtComm\ProtocolException 1002: frame from a client is not masked
RtComm\ProtocolException 1002: frame from a server is masked
