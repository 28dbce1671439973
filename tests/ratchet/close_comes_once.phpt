--TEST--
onClose comes exactly once, however the conversation ends
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Counts extends Recorder
{
    public array $closed = [];
    public function onClose(RtComm\Ratchet\ConnectionInterface $conn)
    {
        $this->closed[$conn->resourceId] = ($this->closed[$conn->resourceId] ?? 0) + 1;
        $conn->close();
        $conn->send("x");
    }
    public function note(string $what): void {}
}
$socket = new RtComm\Server(null, ["closeTimeout" => 0.05]);
$address = serve($socket);
$io = new Ratchet\Server\IoServer(stack($component = new Counts), $socket);
$ends = [
    fn($client) => $client->sendClose(),
    fn($client) => $client->close(),
    fn($client) => $client->write("\xf1\x80...."),
    fn($client, $conn) => $conn->close(),
    fn($client, $conn) => $conn->close() && $client->sendClose(),
    fn($client, $conn) => $conn->close() && $client->close(),
    function ($client, $conn) {
        $client->sendClose();
        $conn->close();
    },
];
foreach ($ends as $end) {
    $client = new WebSocketClient($socket, $address);
    settle($socket);
    $end($client, end($component->conns));
    until($socket, fn() => count($component->closed) === count($component->conns));
}
until($socket, fn() => $socket->stats()["connections"] === 0);
echo json_encode($component->closed), "\n";
?>
--EXPECT--
{"1":1,"2":1,"3":1,"4":1,"5":1,"6":1,"7":1}
