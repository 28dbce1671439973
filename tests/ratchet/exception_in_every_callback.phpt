--TEST--
Exceptions in onOpen and onClose go to onError too
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Throws extends Recorder
{
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn)
    {
        parent::onOpen($conn);
        throw new DomainException("in onOpen");
    }
    public function onClose(RtComm\Ratchet\ConnectionInterface $conn)
    {
        parent::onClose($conn);
        throw new DomainException("in onClose");
    }
}
[$io, $address] = io(stack($component = new Throws));
$client = new WebSocketClient($io->socket, $address);
$client->send("in all the same");
until_noted($io, $component, "message in all the same");
$client->sendClose();
until_noted($io, $component, "error DomainException: in onClose");
settle($io->socket);
?>
--EXPECT--
open
error DomainException: in onOpen
message in all the same
close
error DomainException: in onClose
