--TEST--
bufferedBytes() counts frames from send() until the kernel has them
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('what waits is less when it is compressed');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn;
    $handshake = $conn->bufferedBytes();
    $conn->send('12345');
    $conn->send(str_repeat('x', 1000));
    $conn->sendBinary(str_repeat('x', 100000));
    var_dump($conn->bufferedBytes() - $handshake);
});
$client = new WebSocketClient($server, serve($server));
$client->sync();
var_dump($kept->bufferedBytes());
--EXPECT--
int(101021)
int(0)
