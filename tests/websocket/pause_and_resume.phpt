--TEST--
A paused connection hands up nothing until it is resumed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn;
    $conn->pause();
    $conn->send('ready');
}, message: function ($conn, $data) {
    echo "$data\n";
    $conn->send('ok');
});
$client = new WebSocketClient($server, serve($server));
echo $client->text(), "\n";
$client->send('hello')->send('again');
settle($server);
echo "resuming\n";
$kept->resume();
settle($server);
echo $client->text(), ' ', $client->text(), "\n";
--EXPECT--
ready
resuming
hello
again
ok ok
