--TEST--
exit in a callback ends the script, not through onError
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Exits extends Recorder
{
    public function onMessage(RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
        exit("exit\n");
    }
}
[$io, $address] = io(stack($component = new Exits));
$client = new WebSocketClient($io->socket, $address);
$client->send("x");
$io->run();
echo "never\n";
?>
--EXPECT--
open
exit
