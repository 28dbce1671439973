--TEST--
send() says Sent, and Closed once the connection closes
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn;
    echo $conn->send('text')->name, ' ', $conn->sendBinary("\xff")->name, "\n";
    $conn->close();
    echo $conn->send('text')->name, ' ', $conn->sendBinary("\xff")->name, ' ', $conn->ping()->name, "\n";
});
$client = new WebSocketClient($server, serve($server));
echo $client->text(), "\n", $client->text(), "\n", $client->text(), "\n";
$client->sendClose()->all();
echo $kept->send('text')->name, ' ', $kept->sendBinary("\xff")->name, ' ', $kept->ping()->name, "\n";
--EXPECT--
Sent Sent
Closed Closed Closed
text
binary:ff
(close 1000)
Closed Closed Closed
