--TEST--
Subprotocols are checked strictly unless setStrictSubProtocolCheck() says otherwise
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Speaks extends Recorder implements Ratchet\WebSocket\WsServerInterface
{
    public function getSubProtocols() { return ["soap", "chat.v2"]; }
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn) { $this->note(json_encode($conn->WebSocket->subprotocol)); }
    public function onClose(RtComm\Ratchet\ConnectionInterface $conn) {}
}
$answer = function ($io, $address, $offer) {
    static $clients = [];
    $clients[] = $client = new WebSocketClient($io->socket, $address, "/", $offer === null ? [] : ["Sec-WebSocket-Protocol" => $offer]);
    settle($io->socket);
    $field = stristr($client->response, "\r\nSec-WebSocket-Protocol: ");
    echo json_encode($offer), ": ", substr($client->response, 9, 3), " ", $field ? strtok(substr($field, 26), "\r") : "-", "\n";
};
foreach ([[new Speaks, true], [new Speaks, false], [new Recorder, true], [new Recorder, false]] as [$component, $strict]) {
    echo get_class($component), $strict ? ", strict\n" : "\n";
    $ws = new Ratchet\WebSocket\WsServer($component);
    if (!$strict) {
        $ws->setStrictSubProtocolCheck(false);
    }
    [$io, $address] = io(new Ratchet\Http\HttpServer($ws));
    foreach ([null, "soap", "zork, chat.v2, soap", "zork"] as $offer) {
        $answer($io, $address, $offer);
    }
}
?>
--EXPECT--
Speaks, strict
null: 426 soap, chat.v2
"soap"
"soap": 101 soap
"chat.v2"
"zork, chat.v2, soap": 101 chat.v2
"zork": 426 soap, chat.v2
Speaks
null
null: 101 -
"soap"
"soap": 101 soap
"chat.v2"
"zork, chat.v2, soap": 101 chat.v2
null
"zork": 101 -
Recorder, strict
open
null: 101 -
"soap": 426 -
"zork, chat.v2, soap": 426 -
"zork": 426 -
Recorder
open
null: 101 -
open
"soap": 101 -
open
"zork, chat.v2, soap": 101 -
open
"zork": 101 -
