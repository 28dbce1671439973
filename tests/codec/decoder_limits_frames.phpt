--TEST--
Decoder refuses a frame above maxFrameSize when its header is known
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Decoder, Role};

decode(raw(0x82, '12345'), Role::Client, 4);
decode(raw(0x82, '1234') . raw(0x02, '1234') . raw(0x80, '56'), Role::Client, 4);
decode(raw(0x89, '12345'), Role::Client, 4);
decode(substr(raw(0x82, '12345'), 0, 6), Role::Client, 4);
decode("\x82\xFF" . pack('J', 1048577) . 'mask');
decode("\x82\xFF" . pack('J', 1048576) . 'mask');
decode("\x82\xFF" . pack('J', PHP_INT_MAX) . 'mask', Role::Client, PHP_INT_MAX, PHP_INT_MAX);
?>
--EXPECT--
fault 1009: frame is too big
binary '1234', binary '123456'
ping '12345'
fault 1009: frame is too big
fault 1009: frame is too big
nothing
nothing
