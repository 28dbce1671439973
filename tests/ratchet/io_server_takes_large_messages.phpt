--TEST--
Messages may be as large as a quarter of memory_limit
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
memory_limit=64M
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Measures extends Recorder
{
    public function onMessage(RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
        $this->note(strlen($msg) . " bytes");
        $from->send($msg);
    }
}
[$io, $address] = io(stack($component = new Measures));
$client = new WebSocketClient($io->socket, $address);
$client->send(str_repeat("x", 5 << 20));
var_dump(strlen($client->text()));
$client->write("\x81\xff\0\0\0\0\x01\0\0\x01....");
echo $client->text(), "\n";
?>
--EXPECTF--
open
5242880 bytes
int(5242880)
close
(close 1009 %s)
