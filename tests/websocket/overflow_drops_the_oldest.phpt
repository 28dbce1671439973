--TEST--
Overflow::DropOldest: what was queued first goes, what was sent last arrives
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

$server = new RtComm\Server(null, ['overflow' => RtComm\Overflow::DropOldest, 'sendBufferLimit' => 200000]);
$server->handle('/', open: function ($conn) use (&$sent) {
    for ($sent = 0; $sent < 2000; $sent++) {
        if ($conn->send(str_pad("$sent", 10000)) === RtComm\SendStatus::Dropped) {
            echo "dropped\n";
        }
        if ($conn->bufferedBytes() > 200000) {
            echo "too much\n";
        }
    }
});
$client = new WebSocketClient($server, serve($server));
$received = [];
do {
    $received[] = $last = (int) $client->text();
} while ($last < $sent - 1);
$sorted = $received;
sort($sorted);
var_dump($received[0], $received === $sorted, count($received) === count(array_unique($received)));
var_dump($server->stats()['dropped'] > 0, count($received) + $server->stats()['dropped'] === $sent);
--EXPECT--
int(0)
bool(true)
bool(true)
bool(true)
bool(true)
