--TEST--
A callback may close every connection, its own included
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Closes extends Recorder
{
    public function onMessage(RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
        foreach ($this->conns as $conn) {
            $conn->send("bye")->close();
        }
        $this->note("all");
    }
}
[$io, $address] = io(stack($component = new Closes));
$clients = [new WebSocketClient($io->socket, $address), new WebSocketClient($io->socket, $address), new WebSocketClient($io->socket, $address)];
$clients[1]->send("x");
foreach ($clients as $client) {
    $line = $client->text() . " " . $client->text();
    $client->sendClose();
    $lines[] = $line . " " . $client->text();
}
echo implode("\n", $lines), "\n";
?>
--EXPECT--
open
open
open
all
close
close
close
bye (close 1000) (end)
bye (close 1000) (end)
bye (close 1000) (end)
