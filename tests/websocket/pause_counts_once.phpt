--TEST--
pause() and resume() are switches, not counts
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn;
    $conn->pause();
    $conn->pause();
    $conn->resume();
}, message: fn($conn, $data) => $conn->send($data));
$client = new WebSocketClient($server, serve($server));
$client->send('hello');
echo $client->text(), "\n";
$kept->resume();
$kept->resume();
$kept->pause();
$client->send('held');
settle($server);
$kept->resume();
echo $client->text(), "\n";
--EXPECT--
hello
held
