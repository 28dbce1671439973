--TEST--
Decoder refuses sizes below 1 and other types
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

use RtComm\WebSocket\{Decoder, Role};

caught(fn() => new Decoder(Role::Client, 0));
caught(fn() => new Decoder(Role::Client, -1));
caught(fn() => new Decoder(maxMessageSize: 0));
caught(fn() => new Decoder('client'));
caught(fn() => (new Decoder)->push([]));
echo get_class(new Decoder(Role::Server, 1, 1)), "\n";
?>
--EXPECT--
ValueError: RtComm\WebSocket\Decoder::__construct(): Argument #2 ($maxFrameSize) must be greater than 0
ValueError: RtComm\WebSocket\Decoder::__construct(): Argument #2 ($maxFrameSize) must be greater than 0
ValueError: RtComm\WebSocket\Decoder::__construct(): Argument #3 ($maxMessageSize) must be greater than 0
TypeError: RtComm\WebSocket\Decoder::__construct(): Argument #1 ($from) must be of type RtComm\WebSocket\Role, string given
TypeError: RtComm\WebSocket\Decoder::push(): Argument #1 ($bytes) must be of type string, array given
RtComm\WebSocket\Decoder
