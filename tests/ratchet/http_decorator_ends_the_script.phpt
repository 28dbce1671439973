--TEST--
exit in a decorator that is asked ends the script
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

$front = new Front(new WsServer(new Recorder));
$front->before = fn() => exit("exit\n");
[$io, $address] = io(new HttpServer($front));
new WebSocketClient($io->socket, $address);
echo "never\n";
?>
--EXPECT--
front open
exit
