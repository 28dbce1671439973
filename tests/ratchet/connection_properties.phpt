--TEST--
What a connection tells
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack($component = new Recorder));
$client = new WebSocketClient($io->socket, $address, "/a/b?c=d", ["X-Test" => "one"]);
settle($io->socket);
[$conn] = $component->conns;
var_dump(isset($conn->resourceId, $conn->remoteAddress, $conn->httpRequest, $conn->WebSocket, $conn->WebSocket->closing));
var_dump(isset($conn->WebSocket->closeCode), isset($conn->other), empty($conn->httpRequest));
var_dump($conn->resourceId, $conn->remoteAddress, $conn->WebSocket);
var_dump($conn->httpRequest === $conn->httpRequest, $conn->WebSocket === $conn->WebSocket);
echo $conn->httpRequest->getMethod(), " ", $conn->httpRequest->getUri(), " ", $conn->httpRequest->getHeaderLine("x-test"), "\n";
echo implode(" ", array_keys(get_object_vars($conn))), "\n";
?>
--EXPECTF--
open
bool(true)
bool(false)
bool(false)
bool(false)
int(1)
string(9) "127.0.0.1"
object(stdClass)#%d (4) {
  ["closing"]=>
  bool(false)
  ["closeCode"]=>
  NULL
  ["closeReason"]=>
  NULL
  ["subprotocol"]=>
  NULL
}
bool(true)
bool(true)
GET http://test/a/b?c=d one
resourceId remoteAddress httpRequest WebSocket
