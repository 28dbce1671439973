--TEST--
The server pings every heartbeat; a client that answers stays
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['heartbeat' => 0.05, 'pongTimeout' => 1]);
$server->handle('/', close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
for ($i = 0; $i < 3; $i++) {
    echo $client->text(), "\n";
    $client->send('', RtComm\WebSocket\Opcode::Pong);
}
var_dump($server->stats()['open']);
--EXPECT--
(ping )
(ping )
(ping )
int(1)
