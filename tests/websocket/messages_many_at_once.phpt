--TEST--
Thousands of small messages in one go are answered one by one, in order
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
$bytes = '';
for ($i = 0; $i < 5000; $i++) {
    $bytes .= RtComm\WebSocket\Frame::encode("$i", mask: true);
}
$client->write($bytes);
for ($i = 0; $i < 5000; $i++) {
    if ($client->text() !== "$i") {
        exit("wrong answer to $i\n");
    }
}
var_dump($server->stats()['messagesIn'], $server->stats()['messagesOut']);
--EXPECT--
int(5000)
int(5000)
