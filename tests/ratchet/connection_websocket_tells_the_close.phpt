--TEST--
$WebSocket tells how the conversation ended
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Closes extends Recorder
{
    public function onClose(RtComm\Ratchet\ConnectionInterface $conn)
    {
        $this->note(json_encode($conn->WebSocket));
        $this->note("close");
    }
}
[$io, $address] = io(stack($component = new Closes));
$end = function (callable $how, bool $look) use ($io, $address, $component) {
    $client = new WebSocketClient($io->socket, $address);
    settle($io->socket);
    $conn = end($component->conns);
    $before = $look ? $conn->WebSocket : null;
    $component->log = [];
    $how($client, $conn);
    if ($conn->WebSocket->closing) {
        echo "closing at once, ", json_encode($conn->WebSocket->closeCode), "\n";
    }
    until_noted($io, $component, "close");
    var_dump($before === null || $before === $conn->WebSocket);
};
$end(fn($client) => $client->sendClose(4123, "so long"), false);
$end(fn($client) => $client->sendClose(), true);
$end(fn($client) => $client->close(), true);
$end(fn($client) => $client->write("\xf1\x80...."), true);
$end(fn($client, $conn) => $conn->close(4000), true);
$end(fn($client, $conn) => $conn->close(), false);
?>
--EXPECT--
open
{"closing":true,"closeCode":4123,"closeReason":"so long","subprotocol":null}
close
bool(true)
open
{"closing":true,"closeCode":1000,"closeReason":"","subprotocol":null}
close
bool(true)
open
{"closing":true,"closeCode":1006,"closeReason":"","subprotocol":null}
close
bool(true)
open
{"closing":true,"closeCode":1002,"closeReason":"reserved bits are set","subprotocol":null}
close
bool(true)
open
closing at once, 4000
{"closing":true,"closeCode":4000,"closeReason":"","subprotocol":null}
close
bool(true)
open
closing at once, 1000
{"closing":true,"closeCode":1000,"closeReason":"","subprotocol":null}
close
bool(true)
