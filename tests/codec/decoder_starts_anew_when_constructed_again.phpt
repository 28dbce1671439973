--TEST--
Calling the constructor again starts anew
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Decoder, Role};

$decoder = new Decoder;
$decoder->push(raw(0x01, 'half'));
$decoder->__construct(Role::Server);
var_dump($decoder->pendingBytes(), show($decoder->push(raw(0x81, 'a', null))[0]));
?>
--EXPECT--
int(0)
string(8) "text 'a'"
