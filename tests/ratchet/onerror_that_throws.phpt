--TEST--
What onError throws leaves run(), and the connection is closed with 1011
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
        throw new DomainException("first");
    }
    public function onError(RtComm\Ratchet\ConnectionInterface $conn, Exception $e)
    {
        $this->note("error");
        throw new LogicException("second");
    }
}
[$io, $address] = io(stack($component = new Throws));
$client = new WebSocketClient($io->socket, $address);
$client->send("x");
try {
    $io->run();
} catch (LogicException $e) {
    echo $e->getMessage(), " after ", $e->getPrevious()->getMessage(), "\n";
}
echo $client->text(), "\n";
$client->sendClose();
until_noted($io, $component, "close");
?>
--EXPECT--
open
error
second after first
(close 1011)
close
