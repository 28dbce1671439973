--TEST--
Whoever says something on a feed's WebSocket is closed with 1008
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/feed.inc';

use RtComm\WebSocket\Opcode;

$server = new RtComm\Server();
$server->feed('/feed/{channel}');
$address = serve($server);
foreach ([Opcode::Text, Opcode::Binary] as $opcode) {
    $client = new WebSocketClient($server, $address, '/feed/c');
    echo $client->send('ping', Opcode::Ping)->text(), "\n";
    echo $client->send('hello', $opcode)->text(), "\n";
    $client->sendClose(1008);
    echo $client->text(), "\n";
}
settle($server);
var_dump(count($server->channel('c')), $server->stats()['messages_in'] ?? 0);
--EXPECT--
(pong ping)
(close 1008 this feed is read-only)
(end)
(pong ping)
(close 1008 this feed is read-only)
(end)
int(0)
int(0)
