--TEST--
A decorator of the script in front of WsServer gets everything, and forwards
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\WebSocket\WsServer;
class Front implements Ratchet\Http\HttpServerInterface
{
    public ?Closure $before = null;
    public function __construct(private Ratchet\ComponentInterface $next) {}
    public function onOpen(ConnectionInterface $conn, ?RequestInterface $request = null)
    {
        echo "front open\n";
        if ($this->before === null || ($this->before)($conn, $request) !== false) {
            $this->next->onOpen($conn, $request);
            echo "front opened\n";
        }
    }
    public function onMessage(ConnectionInterface $from, $msg)
    {
        echo "front message $msg\n";
        $this->next->onMessage($from, $msg);
    }
    public function onClose(ConnectionInterface $conn)
    {
        echo "front close\n";
        $this->next->onClose($conn);
    }
    public function onError(ConnectionInterface $conn, Exception $e)
    {
        echo "front error {$e->getMessage()}\n";
        $this->next->onError($conn, $e);
    }
}

class Chat extends Recorder
{
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn)
    {
        parent::onOpen($conn);
        $conn->send("welcome {$conn->user}");
    }
    public function onMessage(RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
        parent::onMessage($from, $msg);
        if ($msg === "throw") {
            throw new DomainException("as asked");
        }
    }
}
$front = new Front(new WsServer($component = new Chat));
$front->before = fn($conn, $request) => $conn->user = $request->getHeaderLine("X-User");
[$io, $address] = io(new HttpServer($front));
$client = new WebSocketClient($io->socket, $address, "/", ["X-User" => "Ada"]);
echo $client->text(), "\n";
$client->send("hello")->send("throw");
until_noted($io, $component, "error DomainException: as asked");
$client->sendClose();
until_noted($io, $component, "close");
?>
--EXPECT--
front open
open
front opened
welcome Ada
front message hello
message hello
front message throw
message throw
front error as asked
error DomainException: as asked
front close
close
