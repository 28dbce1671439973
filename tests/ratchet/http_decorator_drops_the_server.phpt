--TEST--
A decorator that is asked may drop the server, before and after the beginning
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

class Drops extends Recorder
{
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn)
    {
        unset($GLOBALS["io"]);
        $conn->send("late");
        echo "dropped\n";
    }
}
$loop = RtComm\Loop::get();
foreach ([true, false] as $early) {
    $front = new Front(new WsServer(new Drops));
    if ($early) {
        $front->before = function ($conn) {
            unset($GLOBALS["io"]);
            echo "dropped\n";
            $conn->close();
            return false;
        };
    }
    [$io, $address] = io(new HttpServer($front));
    unset($front);
    $stream = stream_socket_client("tcp://$address");
    fwrite($stream, WebSocketClient::handshake());
    $turns = 0;
    $loop->addPeriodicTimer(0.01, function ($timer) use ($loop, &$turns) {
        if (!isset($GLOBALS["io"]) && ++$turns === 10) {
            $loop->cancelTimer($timer);
            $loop->stop();
        }
    });
    $loop->run();
    var_dump(isset($io));
}
?>
--EXPECTF--
front open
dropped
%Abool(false)
front open
dropped
front opened
%Abool(false)
