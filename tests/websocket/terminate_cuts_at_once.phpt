--TEST--
terminate() ends TCP without a close frame; what is queued is lost
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn) {
    $conn->send('never seen');
    $conn->terminate();
    var_dump($conn->isOpen(), $conn->send('x')->name);
    $conn->terminate();
    $conn->close();
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
$client->send('x');
echo $client->text(), "\n";
--EXPECT--
bool(false)
string(6) "Closed"
1006
(end)
