--TEST--
Components may have PSR-7's request in their signatures, with no package
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;
class Front implements Ratchet\Http\HttpServerInterface
{
    public function __construct(private Ratchet\Http\HttpServerInterface $next) {}
    public function onOpen(ConnectionInterface $conn, ?RequestInterface $request = null)
    {
        echo get_class($request), " ", $request->getUri()->getPath(), "\n";
        $this->next->onOpen($conn, $request);
    }
    public function onMessage(ConnectionInterface $from, $msg) { $this->next->onMessage($from, $msg); }
    public function onClose(ConnectionInterface $conn) { $this->next->onClose($conn); }
    public function onError(ConnectionInterface $conn, Exception $e) { $this->next->onError($conn, $e); }
}
var_dump(interface_exists(RequestInterface::class));
[$io, $address] = io(new Ratchet\Http\HttpServer(new Front(new Ratchet\WebSocket\WsServer($component = new Recorder))));
var_dump(interface_exists(RequestInterface::class, false));
$client = new WebSocketClient($io->socket, $address, "/place");
$client->send("hello");
until_noted($io, $component, "message hello");
$client->sendClose();
until_noted($io, $component, "close");
?>
--EXPECT--
bool(false)
bool(true)
RtComm\Request /place
open
message hello
close
