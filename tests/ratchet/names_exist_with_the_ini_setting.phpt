--TEST--
rtcomm.ratchet=1 enables at the start of the script
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
var_dump(interface_exists("Ratchet\MessageComponentInterface", false), Ratchet\VERSION);
RtComm\Ratchet::enable();
$alias = new Ratchet\Server\EchoServer;
var_dump($alias);
?>
--EXPECT--
bool(true)
string(13) "Ratchet/0.4.4"
object(RtComm\Ratchet\Server\EchoServer)#1 (0) {
}
