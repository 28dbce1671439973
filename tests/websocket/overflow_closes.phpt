--TEST--
By default a client that does not read is closed with 1013, and loses what was queued
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
$server->handle('/', open: function ($conn) {
    $seen = [];
    do {
        $status = $conn->send(str_repeat('x', 65536));
        $seen[$status->name] = true;
        $most = max($most ?? 0, $conn->bufferedBytes());
    } while ($status !== RtComm\SendStatus::Closed);
    echo implode(' ', array_keys($seen)), "\n";
    var_dump($most <= 1 << 20, $conn->bufferedBytes() < 65536 * 2, $conn->isOpen());
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
do {
    $text = $client->text();
} while (strlen($text) === 65536);
echo $text, "\n";
$client->sendClose()->all();
--EXPECT--
Sent Queued Closed
bool(true)
bool(true)
bool(false)
(close 1013 slow consumer)
1013 slow consumer, clean
