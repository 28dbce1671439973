--TEST--
A component of the script around HttpServer sees the WebSocket
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\ConnectionInterface;
class Outer implements Ratchet\MessageComponentInterface
{
    public function __construct(private Ratchet\MessageComponentInterface $next) {}
    public function onOpen(ConnectionInterface $conn)
    {
        echo "outer open {$conn->remoteAddress}\n";
        $conn->httpRequest->getUri()->getQuery() === "no" ? $conn->close() : $this->next->onOpen($conn);
    }
    public function onMessage(ConnectionInterface $from, $msg) { $this->next->onMessage($from, "$msg!"); }
    public function onClose(ConnectionInterface $conn) { echo "outer close\n"; $this->next->onClose($conn); }
    public function onError(ConnectionInterface $conn, Exception $e) { $this->next->onError($conn, $e); }
}
$check = new Ratchet\Http\OriginCheck(new Ratchet\WebSocket\WsServer($component = new Recorder), ["good.example"]);
[$io, $address] = io(new Outer(new Ratchet\Http\HttpServer($check)));
$client = new WebSocketClient($io->socket, $address, "/", ["Origin" => "http://good.example"]);
$client->send("hello");
until_noted($io, $component, "message hello!");
$client->sendClose();
until_noted($io, $component, "close");
$client = new WebSocketClient($io->socket, $address, "/", ["Origin" => "http://evil.example"]);
echo strtok($client->response, "\r"), " ", $client->text(), "\n";
?>
--EXPECT--
outer open 127.0.0.1
open
message hello!
outer close
close
outer open 127.0.0.1
outer close
close
HTTP/1.1 101 Switching Protocols (close 1008)
