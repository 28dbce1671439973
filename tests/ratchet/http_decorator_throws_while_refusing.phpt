--TEST--
What a decorator's onClose throws after a refusal goes to its onError
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

class Clumsy extends Front
{
    public bool $throws_again = false;
    public function onOpen(ConnectionInterface $conn, ?RequestInterface $request = null) { $conn->close(); }
    public function onClose(ConnectionInterface $conn) { throw new DomainException("in onClose"); }
    public function onError(ConnectionInterface $conn, Exception $e)
    {
        parent::onError($conn, $e);
        if ($this->throws_again) {
            throw new LogicException("in onError");
        }
    }
}
$front = new Clumsy(new WsServer(new Recorder));
[$io, $address] = io(new HttpServer($front));
echo handshake_status($io->socket, $address), "\n";
$front->throws_again = true;
try {
    handshake_status($io->socket, $address);
} catch (LogicException $e) {
    echo $e->getMessage(), " leaves the loop\n";
}
?>
--EXPECT--
front error in onClose
HTTP/1.1 403 Forbidden
front error in onClose
in onError leaves the loop
