--TEST--
Exceptions on both sides of the WebSocket's beginning go to onError
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

class Throws extends Recorder
{
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn)
    {
        parent::onOpen($conn);
        throw new DomainException("in onOpen");
    }
}
$front = new Front(new WsServer($component = new Throws));
[$io, $address] = io(new HttpServer($front));
$client = new WebSocketClient($io->socket, $address);
echo strtok($client->response, "\r"), "\n";
$client->send("in all the same");
until_noted($io, $component, "message in all the same");
$client->sendClose();
until_noted($io, $component, "close");
$front->before = fn() => strlen();
$client = new WebSocketClient($io->socket, $address);
echo strtok($client->response, "\r"), "\n";
?>
--EXPECT--
front open
open
front error in onOpen
error DomainException: in onOpen
HTTP/1.1 101 Switching Protocols
front message in all the same
message in all the same
front close
close
front open
front error strlen() expects exactly 1 argument, 0 given
front close
HTTP/1.1 500 Internal Server Error
