--TEST--
A server and the handler that holds it are collected together
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

final class Room implements RtComm\Handler
{
    public array $clients = [];

    public function __construct(public RtComm\Server $server)
    {
        $server->handle('/', $this);
    }

    public function __destruct()
    {
        echo "destroyed with ", count($this->clients), " clients\n";
    }

    public function onOpen(RtComm\Connection $conn): void
    {
        $this->clients[$conn->id] = $conn;
        $conn->room = $this;
    }

    public function onMessage(RtComm\Connection $conn, string $data, bool $binary): void
    {
    }

    public function onClose(RtComm\Connection $conn, RtComm\CloseInfo $info): void
    {
        unset($this->clients[$conn->id]);
    }

    public function onError(RtComm\Connection $conn, Throwable $error): void
    {
    }
}
$room = new Room(new RtComm\Server(null, [], new RtComm\Loop()));
$address = serve($room->server);
$clients = [new WebSocketClient($room->server, $address), new WebSocketClient($room->server, $address)];
$clients[0]->server = $clients[1]->server = null;
unset($room);
gc_collect_cycles();
echo "collected\n";
--EXPECT--
destroyed with 2 clients
collected
