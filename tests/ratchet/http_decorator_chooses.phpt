--TEST--
A decorator in front may choose among several WsServers
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

class Chooses implements Ratchet\Http\HttpServerInterface
{
    private array $by_path;
    public function __construct(...$by_path) { $this->by_path = $by_path; }
    public function onOpen(ConnectionInterface $conn, ?RequestInterface $request = null)
    {
        $conn->chosen = $this->by_path[substr($request->getUri()->getPath(), 1)] ?? null;
        $conn->chosen === null ? $conn->send("HTTP/1.1 404 Not Found\r\n\r\n") : $conn->chosen->onOpen($conn, $request);
    }
    public function onMessage(ConnectionInterface $from, $msg) { $from->chosen->onMessage($from, $msg); }
    public function onClose(ConnectionInterface $conn) { $conn->chosen?->onClose($conn); }
    public function onError(ConnectionInterface $conn, Exception $e) { $conn->chosen->onError($conn, $e); }
}
class Soap extends Recorder implements Ratchet\WebSocket\WsServerInterface
{
    public function getSubProtocols() { return ["soap"]; }
}
class Binary implements Ratchet\WebSocket\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn) {}
    public function onMessage(ConnectionInterface $conn, Ratchet\RFC6455\Messaging\MessageInterface $msg)
    {
        $conn->send(($msg->isBinary() ? "binary " : "text ") . bin2hex($msg));
    }
    public function onClose(ConnectionInterface $conn) {}
    public function onError(ConnectionInterface $conn, Exception $e) {}
}
[$io, $address] = io(new HttpServer(new Chooses(soap: new WsServer(new Soap), binary: new WsServer(new Binary), plain: new WsServer(new Recorder))));
foreach ([["/soap", "soap"], ["/soap", null], ["/plain", "soap"], ["/plain", null], ["/nowhere", null]] as [$path, $offer]) {
    echo $path, " ", $offer, "\n";
    echo handshake_status($io->socket, $address, $path, $offer === null ? [] : ["Sec-WebSocket-Protocol" => $offer]), "\n";
}
$client = new WebSocketClient($io->socket, $address, "/binary");
$client->send("\xff", RtComm\WebSocket\Opcode::Binary)->send("a");
echo $client->text(), "\n", $client->text(), "\n";
?>
--EXPECT--
/soap soap
open
HTTP/1.1 101 Switching Protocols
/soap 
HTTP/1.1 426 Upgrade Required
/plain soap
HTTP/1.1 426 Upgrade Required
/plain 
open
HTTP/1.1 101 Switching Protocols
/nowhere 
HTTP/1.1 404 Not Found
binary ff
text 61
