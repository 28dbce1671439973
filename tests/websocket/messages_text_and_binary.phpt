--TEST--
Messages arrive with their kind, and are sent as either
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data, $binary) {
    $binary ? $conn->sendBinary(strrev($data)) : $conn->send("<$data>");
});
$client = new WebSocketClient($server, serve($server));
$client->send('hé')->send("\x00\xff\x01", RtComm\WebSocket\Opcode::Binary)->send('')->send('', RtComm\WebSocket\Opcode::Binary);
for ($i = 0; $i < 4; $i++) {
    echo $client->text(), "\n";
}
--EXPECT--
<hé>
binary:01ff00
<>
binary:
