--TEST--
Decoder in the client's place reads unmasked frames
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\Role;

decode(raw(0x01, 'Hel', null) . raw(0x89, 'p', null) . raw(0x80, 'lo', null), Role::Server);
decode(raw(0x81, 'a'), Role::Server);
decode(raw(0x81, 'a', null), Role::Client);
decode(raw(0x81, 'a', null));
?>
--EXPECT--
ping 'p', text 'Hello'
fault 1002: frame from a server is masked
fault 1002: frame from a client is not masked
fault 1002: frame from a client is not masked
