--TEST--
RtComm\Server::handle() takes components and whole stacks
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\Http\HttpServer;
use Ratchet\WebSocket\WsServer;
class Tells extends Recorder
{
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn)
    {
        $this->note($conn->httpRequest->getUri()->getPath() . " " . json_encode($conn->httpRequest->params) . " " . json_encode($conn->WebSocket->subprotocol));
    }
    public function onClose(RtComm\Ratchet\ConnectionInterface $conn) {}
}
class Soap extends Tells implements Ratchet\WebSocket\WsServerInterface
{
    public function getSubProtocols() { return ["soap"]; }
}
$server = new RtComm\Server;
$address = serve($server);
$server->handle("/plain", new Tells)
    ->handle("/ws", new WsServer(new Tells))
    ->handle("/stack", new HttpServer(new WsServer(new Tells)))
    ->handle("/rooms/{room}", new Tells, accept: fn($request) => $request->params["room"] !== "closed")
    ->handle("/options", new Tells, options: ["origins" => ["*"], "subprotocols" => ["a", "b"], "maxMessageSize" => 10])
    ->handle("/soap", new Soap)
    ->handle("/echo", new Ratchet\Server\EchoServer);
foreach (["/plain", "/ws", "/stack", "/rooms/blue", "/rooms/closed"] as $path) {
    echo handshake_status($server, $address, $path), "\n";
}
echo handshake_status($server, $address, "/plain", ["Origin" => "http://evil.example"]), "\n";
echo handshake_status($server, $address, "/options", ["Origin" => "http://evil.example", "Sec-WebSocket-Protocol" => "b"]), "\n";
echo handshake_status($server, $address, "/soap", ["Sec-WebSocket-Protocol" => "soap"]), "\n";
echo handshake_status($server, $address, "/soap", ["Sec-WebSocket-Protocol" => "zork"]), "\n";
echo handshake_status($server, $address, "/ws", ["Sec-WebSocket-Protocol" => "zork"]), "\n";
$client = new WebSocketClient($server, $address, "/options");
$client->send("eleven byte");
echo $client->text(), "\n";
try {
    $server->handle("/x", new stdClass);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
/plain [] null
HTTP/1.1 101 Switching Protocols
/ws [] null
HTTP/1.1 101 Switching Protocols
/stack [] null
HTTP/1.1 101 Switching Protocols
/rooms/blue {"room":"blue"} null
HTTP/1.1 101 Switching Protocols
HTTP/1.1 403 Forbidden
HTTP/1.1 403 Forbidden
/options [] "b"
HTTP/1.1 101 Switching Protocols
/soap [] "soap"
HTTP/1.1 101 Switching Protocols
/soap [] null
HTTP/1.1 101 Switching Protocols
HTTP/1.1 426 Upgrade Required
/options [] null
(close 1009 message is too big)
RtComm\Server::handle(): Argument #2 ($handler) must be of type RtComm\Handler or Ratchet\ComponentInterface, stdClass given
