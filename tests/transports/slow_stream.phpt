--TEST--
A client that reads its event stream slowly gets everything in order; what waits for it is counted
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('what waits is less when it is compressed');
?>
--FILE--
<?php
require __DIR__ . '/transports.inc';

$file = sys_get_temp_dir() . '/rtcomm-slow-' . getmypid();
$server = new RtComm\Server(null, ['sendBufferLimit' => 64 << 20]);
$server->handle('/', open: function ($conn) use (&$opened) {
    $opened = $conn;
});
$client = new StreamClient($server, $server->listen("unix:$file"));
$client->text();
$texts = [];
foreach (range(1, 60) as $n) {
    $opened->send($texts[] = "$n " . str_repeat(chr(65 + $n % 26), 100000));
    $n % 10 === 0 && settle($server, 3);
}
settle($server);
$waiting = $opened->bufferedBytes();
var_dump($waiting > 1000000, $waiting < 6100000, $server->stats()['buffered'] >= $waiting);
$good = 0;
foreach ($texts as $text) {
    $good += $client->text() === $text;
}
echo "$good of 60\n";
settle($server);
echo $opened->bufferedBytes(), "\n";
--EXPECT--
bool(true)
bool(true)
bool(true)
60 of 60
0
