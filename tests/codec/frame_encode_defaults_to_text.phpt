--TEST--
Frame::encode() makes a final, unmasked text frame by default
--EXTENSIONS--
rtcomm
--FILE--
<?php
echo bin2hex(RtComm\WebSocket\Frame::encode('Hello')), "\n";
?>
--EXPECT--
810548656c6c6f
