--TEST--
Overflow::DropNewest: what does not fit is dropped and counted, what is queued arrives
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

$server = new RtComm\Server(null, ['overflow' => RtComm\Overflow::DropNewest, 'sendBufferLimit' => 200000]);
$server->handle('/', open: function ($conn) use (&$kept, &$sent, &$dropped) {
    $kept = $conn;
    for ($sent = $dropped = 0; $dropped < 10;) {
        $conn->send(str_pad("$sent", 10000)) === RtComm\SendStatus::Dropped ? $dropped++ : $sent++;
        if ($conn->bufferedBytes() > 200000) {
            echo "too much\n";
        }
    }
});
$client = new WebSocketClient($server, serve($server));
for ($i = 0; $i < $sent; $i++) {
    if (rtrim($client->text()) !== "$i") {
        exit("message $i is wrong\n");
    }
}
var_dump($server->stats()['dropped'] === $dropped, $kept->bufferedBytes(), $kept->send('fits again')->name);
echo $client->text(), "\n";
--EXPECT--
bool(true)
int(0)
string(4) "Sent"
fits again
