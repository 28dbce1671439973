--TEST--
Placeholders and the query of the handshake are on the connection's request
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/rooms/{room}', open: function ($conn) {
    $conn->send(json_encode([$conn->request->params, $conn->request->query()]));
});
$client = new WebSocketClient($server, serve($server), '/rooms/blue?name=Ann');
echo $client->text(), "\n";
--EXPECT--
[{"room":"blue"},{"name":"Ann"}]
