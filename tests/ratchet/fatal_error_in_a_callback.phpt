--TEST--
A fatal error in a callback ends the script as anywhere
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Fatal extends Recorder
{
    public function onMessage(RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
        trigger_error("fatal", E_USER_ERROR);
    }
}
[$io, $address] = io(stack($component = new Fatal));
$client = new WebSocketClient($io->socket, $address);
$client->send("x");
$io->run();
echo "never\n";
?>
--EXPECTF--
open
%A
Fatal error: fatal in %s on line %d
