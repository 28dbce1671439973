--TEST--
enableKeepAlive() pings, and closes who does not answer
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Tells extends Recorder
{
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn)
    {
        $conn->name = ["lively", "silent"][count($this->conns)];
        parent::onOpen($conn);
    }
    public function onClose(RtComm\Ratchet\ConnectionInterface $conn)
    {
        $this->note("{$conn->name}: {$conn->WebSocket->closeCode} {$conn->WebSocket->closeReason}");
        $this->note("close");
    }
}
$ws = new Ratchet\WebSocket\WsServer($component = new Tells);
[$io, $address] = io(new Ratchet\Http\HttpServer($ws));
$ws->enableKeepAlive($io->loop, 0.4);
$lively = new WebSocketClient($io->socket, $address);
$silent = new WebSocketClient($io->socket, $address);
$pings = 0;
until($io->socket, function () use ($lively, $component, &$pings) {
    $lively->pump();
    while (($at = strpos($lively->received, "\x89\0")) !== false) {
        $lively->received = substr($lively->received, $at + 2);
        $lively->send("", RtComm\WebSocket\Opcode::Pong);
        $pings++;
    }
    return in_array("close", $component->log) && $pings > 3;
});
while (str_starts_with($line = $silent->text(), "(ping")) {
}
echo $line, " ", $silent->text(), "\n";
?>
--EXPECT--
open
open
silent: 1006 no pong
close
(close 1000) (end)
