--TEST--
An exception goes to onError; the connection stays open, the others are untouched
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Throws extends Recorder
{
    public function onMessage(RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
        parent::onMessage($from, $msg);
        if ($msg === "throw") {
            throw new DomainException("as asked");
        }
        $from->send("still here");
    }
}
[$io, $address] = io(stack($component = new Throws));
$client = new WebSocketClient($io->socket, $address);
$client->send("throw")->send("after");
echo $client->text(), "\n";
?>
--EXPECT--
open
message throw
error DomainException: as asked
message after
still here
