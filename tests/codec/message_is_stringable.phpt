--TEST--
A Message is its payload where a string is wanted
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

[$message] = (new RtComm\WebSocket\Decoder)->push(raw(0x81, 'Hello'));
var_dump($message instanceof Stringable, (string)$message, "$message world", strlen($message));
?>
--EXPECT--
bool(true)
string(5) "Hello"
string(11) "Hello world"
int(5)
