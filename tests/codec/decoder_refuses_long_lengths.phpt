--TEST--
Decoder refuses a length that is not in its shortest form
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Role;

decode("\x82\x7E\x00\x7D", Role::Server);
decode("\x82\x7F\x00\x00\x00\x00\x00\x00\xFF\xFF", Role::Server);
decode("\x82\x7F\x80\x00\x00\x00\x00\x00\x00\x00", Role::Server);
decode("\x82\xFE\x00\x05mask");
?>
--EXPECT--
fault 1002: payload length is not in its shortest form
fault 1002: payload length is not in its shortest form
fault 1002: payload length is not in its shortest form
fault 1002: payload length is not in its shortest form
