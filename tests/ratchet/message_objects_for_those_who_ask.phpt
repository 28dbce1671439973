--TEST--
A component of the WebSocket namespace learns what is binary
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\ConnectionInterface;
use Ratchet\RFC6455\Messaging\MessageInterface;
class Binary implements Ratchet\WebSocket\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn) {}
    public function onMessage(ConnectionInterface $conn, MessageInterface $msg)
    {
        echo json_encode([
            $msg->isBinary(), bin2hex($msg->getPayload()), bin2hex($msg), strlen($msg), $msg->getPayloadLength(), $msg->getOpcode(),
            count($msg), $msg->isCoalesced(), bin2hex($msg->getContents()),
        ]), "\n";
        $conn->send($msg);
    }
    public function onClose(ConnectionInterface $conn) {}
    public function onError(ConnectionInterface $conn, Exception $e) { echo $e->getMessage(), "\n"; }
}
[$io, $address] = io(stack(new Binary));
$client = new WebSocketClient($io->socket, $address);
foreach ([["text", RtComm\WebSocket\Opcode::Text], ["\xff", RtComm\WebSocket\Opcode::Binary], ["", RtComm\WebSocket\Opcode::Text]] as $message) {
    $client->send(...$message);
    var_dump($client->text());
}
?>
--EXPECT--
[false,"74657874","74657874",4,4,1,1,true,"74657874"]
string(4) "text"
[true,"ff","ff",1,1,2,1,true,"ff"]
string(9) "binary:ff"
[false,"","",0,0,1,1,true,""]
string(0) ""
