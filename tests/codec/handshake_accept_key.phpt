--TEST--
Handshake::acceptKey() gives the answer of RFC 6455
--EXTENSIONS--
rtcomm
--FILE--
<?php
echo RtComm\WebSocket\Handshake::acceptKey('dGhlIHNhbXBsZSBub25jZQ=='), "\n";
?>
--EXPECT--
s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
