--TEST--
A connection knows its id, transport, address and port
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$ids) {
    $ids[] = $conn->id;
    $conn->send("$conn->remoteAddress $conn->remotePort {$conn->transport->value}");
});
$address = serve($server);
$first = new WebSocketClient($server, $address);
$port = (int) substr(strrchr(stream_socket_get_name($first->stream, false), ':') ?: '', 1);
var_dump($first->text() === client_ip() . " $port websocket");
$second = new WebSocketClient($server, $address);
var_dump($ids);
--EXPECT--
bool(true)
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
