--TEST--
stop() sends 1001 to all conversations, and waits for their answers
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->send("client $conn->id"), close: function ($conn, $info) {
    echo "$conn->id: ", describe($info), "\n";
});
$address = serve($server);
$first = new WebSocketClient($server, $address);
$second = new WebSocketClient($server, $address);
$server->stop();
foreach ([$first, $second] as $client) {
    echo $client->text(), ' ', $client->text(), "\n";
    $client->sendClose(1001);
    echo $client->text(), "\n";
}
try {
    $server->run();
} catch (RtComm\ClosedException $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
client 1 (close 1001)
1: 1001, clean
(end)
client 2 (close 1001)
2: 1001, clean
(end)
The server was stopped
