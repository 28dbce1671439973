--TEST--
Decoder gives control frames as Frame and messages as Message
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

foreach ((new RtComm\WebSocket\Decoder)->push(raw(0x81, 'a') . raw(0x89, 'b')) as $event) {
    var_dump($event);
}
?>
--EXPECT--
object(RtComm\WebSocket\Message)#2 (2) {
  ["payload"]=>
  string(1) "a"
  ["binary"]=>
  bool(false)
}
object(RtComm\WebSocket\Frame)#3 (4) {
  ["opcode"]=>
  enum(RtComm\WebSocket\Opcode::Ping)
  ["payload"]=>
  string(1) "b"
  ["final"]=>
  bool(true)
  ["rsv"]=>
  int(0)
}
