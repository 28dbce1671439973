--TEST--
A callback that closes its connection and throws still has its error told
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: function ($conn, $data) {
    $data === 'close' ? $conn->close(4000) : $conn->terminate();
    throw new Exception($data);
}, error: function ($conn, $error) {
    echo 'error: ', $error->getMessage(), "\n";
}, close: function ($conn, $info) {
    echo 'close: ', describe($info), "\n";
});
$address = serve($server);
foreach (['close', 'terminate'] as $text) {
    $client = new WebSocketClient($server, $address);
    $client->send($text);
    echo $client->text(), "\n";
    $client->sendClose()->all();
}
--EXPECT--
error: close
(close 4000)
close: 4000, clean
error: terminate
close: 1006
(end)
