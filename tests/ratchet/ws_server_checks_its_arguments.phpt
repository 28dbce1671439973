--TEST--
WsServer says what it expects
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\WebSocket\WsServer;
class Mute implements Ratchet\ComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn) {}
    public function onClose(Ratchet\ConnectionInterface $conn) {}
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e) {}
}
class Speaks extends Recorder implements Ratchet\WebSocket\WsServerInterface
{
    public function __construct(private $what) {}
    public function getSubProtocols()
    {
        if ($this->what === "throw") {
            throw new DomainException("as asked");
        }
        return $this->what;
    }
}
$ws = new WsServer(new Recorder);
foreach ([
    fn() => new WsServer(new Mute),
    fn() => new WsServer(new stdClass),
    fn() => new WsServer(new Speaks("soap")),
    fn() => new WsServer(new Speaks([1])),
    fn() => new WsServer(new Speaks(["two words"])),
    fn() => new WsServer(new Speaks("throw")),
    fn() => $ws->enableKeepAlive(null, 0),
    fn() => $ws->enableKeepAlive(null, NAN),
    fn() => (new class extends WsServer { public function __construct() {} })->onClose((function () {
        [$io, $address] = io(stack($component = new Recorder));
        $GLOBALS["client"] = new WebSocketClient($io->socket, $address);
        return $component->conns[0];
    })()),
] as $attempt) {
    try {
        $attempt();
    } catch (Throwable $e) {
        echo get_class($e), ": ", $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
UnexpectedValueException: Expected instance of \Ratchet\WebSocket\MessageComponentInterface or \Ratchet\MessageComponentInterface
TypeError: RtComm\Ratchet\WebSocket\WsServer::__construct(): Argument #1 ($component) must be of type RtComm\Ratchet\ComponentInterface, stdClass given
UnexpectedValueException: getSubProtocols() must return a list of subprotocol names
UnexpectedValueException: getSubProtocols() must return a list of subprotocol names
UnexpectedValueException: getSubProtocols() must return a list of subprotocol names
DomainException: as asked
ValueError: RtComm\Ratchet\WebSocket\WsServer::enableKeepAlive(): Argument #2 ($interval) must be between 0.001 and 86400
ValueError: RtComm\Ratchet\WebSocket\WsServer::enableKeepAlive(): Argument #2 ($interval) must be between 0.001 and 86400
open
Error: The component was never constructed
