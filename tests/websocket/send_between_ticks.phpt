--TEST--
Messages sent outside of callbacks go out in the next turn
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn;
});
$client = new WebSocketClient($server, serve($server));
$kept->send('hello');
$client->pump();
var_dump($client->received, $kept->bufferedBytes());
$server->tick();
var_dump($kept->bufferedBytes());
echo $client->text(), "\n";
--EXPECT--
string(0) ""
int(7)
int(0)
hello
