--TEST--
Frame, Message, Handshake and CloseCode have no public constructor
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/codec.inc';

foreach (['Frame', 'Message', 'Handshake', 'CloseCode'] as $class) {
    $class = "RtComm\\WebSocket\\$class";
    caught(fn() => new $class);
    caught(fn() => (new ReflectionClass($class))->newInstanceWithoutConstructor());
}
?>
--EXPECT--
Error: Call to private RtComm\WebSocket\Frame::__construct() from global scope
ReflectionException: Class RtComm\WebSocket\Frame is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Call to private RtComm\WebSocket\Message::__construct() from global scope
ReflectionException: Class RtComm\WebSocket\Message is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Call to private RtComm\WebSocket\Handshake::__construct() from global scope
ReflectionException: Class RtComm\WebSocket\Handshake is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Call to private RtComm\WebSocket\CloseCode::__construct() from global scope
ReflectionException: Class RtComm\WebSocket\CloseCode is an internal class marked as final that cannot be instantiated without invoking its constructor
