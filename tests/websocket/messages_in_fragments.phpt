--TEST--
Fragments make one message, of the first one's kind
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\WebSocket\Opcode;

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data, $binary) {
    echo $binary ? 'binary' : 'text', " $data\n";
    $conn->send('ok');
});
$client = new WebSocketClient($server, serve($server));
$client->send('a', Opcode::Text, false)->send('', Opcode::Continuation, false)->send('b', Opcode::Continuation);
echo $client->text(), "\n";
$client->send('', Opcode::Binary, false)->send('c', Opcode::Continuation);
echo $client->text(), "\n";
--EXPECT--
text ab
ok
binary c
ok
