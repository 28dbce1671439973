--TEST--
enable() makes the names known, as often as it is called
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=0
--FILE--
<?php
RtComm\Ratchet::enable();
RtComm\Ratchet::enable();
foreach ([
    "App", "ComponentInterface", "ConnectionInterface", "MessageComponentInterface", "MessageInterface",
    "Http\HttpServer", "Http\HttpServerInterface", "Http\OriginCheck",
    "RFC6455\Messaging\DataInterface", "RFC6455\Messaging\Frame", "RFC6455\Messaging\FrameInterface",
    "RFC6455\Messaging\Message", "RFC6455\Messaging\MessageInterface",
    "Server\EchoServer", "Server\IoServer", "Server\IpBlackList",
    "WebSocket\MessageCallableInterface", "WebSocket\MessageComponentInterface", "WebSocket\WsServer",
    "WebSocket\WsServerInterface",
] as $name) {
    $class = new ReflectionClass("Ratchet\\$name");
    if ($class->getName() !== "RtComm\Ratchet\\$name") {
        echo "Ratchet\\$name is {$class->getName()}\n";
    }
}
echo Ratchet\VERSION, "\n";
class Chat implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn) {}
    public function onMessage(Ratchet\ConnectionInterface $from, $msg) {}
    public function onClose(Ratchet\ConnectionInterface $conn) {}
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e) {}
}
var_dump(new Chat instanceof RtComm\Ratchet\ComponentInterface);
?>
--EXPECT--
Ratchet/0.4.4
bool(true)
