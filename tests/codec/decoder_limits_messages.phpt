--TEST--
Decoder refuses a message above maxMessageSize when the header that passes it is known
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Role;

decode(raw(0x81, '12345'), Role::Client, 100, 4);
decode(raw(0x01, '12') . raw(0x80, '34') . raw(0x01, '12') . substr(raw(0x80, '345'), 0, 6), Role::Client, 100, 4);
decode(raw(0x01, '12') . raw(0x89, '12345') . raw(0x80, '34'), Role::Client, 100, 4);
?>
--EXPECT--
fault 1009: message is too big
text '1234', fault 1009: message is too big
ping '12345', text '1234'
