--TEST--
The classic chat
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\ConnectionInterface;
error_reporting(E_ALL & ~E_DEPRECATED);
class Chat implements Ratchet\MessageComponentInterface
{
    protected $clients;
    public function __construct() { $this->clients = new SplObjectStorage; }
    public function onOpen(ConnectionInterface $conn)
    {
        $this->clients->attach($conn);
        $conn->name = substr($conn->httpRequest->getUri()->getQuery(), 5);
        echo "{$conn->resourceId} {$conn->remoteAddress} {$conn->name}\n";
    }
    public function onMessage(ConnectionInterface $from, $msg)
    {
        foreach ($this->clients as $client) {
            if ($from !== $client && $from != $client) {
                $client->send("{$from->name}: $msg");
            }
        }
    }
    public function onClose(ConnectionInterface $conn)
    {
        $this->clients->detach($conn);
        echo "{$conn->name} left, ", count($this->clients), " here\n";
    }
    public function onError(ConnectionInterface $conn, Exception $e) { $conn->close(); }
}
[$io, $address] = io(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Chat)));
$ada = new WebSocketClient($io->socket, $address, "/chat?name=Ada");
$bob = new WebSocketClient($io->socket, $address, "/chat?name=Bob");
$ada->send("hello");
echo $bob->text(), "\n";
$bob->send("hi");
echo $ada->text(), "\n";
$ada->sendClose();
echo $ada->text(), "\n";
$bob->close();
settle($io->socket);
?>
--EXPECT--
1 127.0.0.1 Ada
2 127.0.0.1 Bob
Ada: hello
Bob: hi
Ada left, 1 here
(close 1000)
Bob left, 0 here
