--TEST--
The overflow policy of each receiver decides what a publication does to it
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

use RtComm\Overflow;

$server = new RtComm\Server(null, ['sendBufferLimit' => 100000, 'closeTimeout' => 60, 'heartbeat' => 0]);
$open = function ($conn) use (&$conns) {
    $conns[$conn->request->path] = $conn->subscribe('c');
};
$closed = function ($conn, $info) {
    echo "{$conn->request->path} ", describe($info), "\n";
};
foreach (['/close' => Overflow::Close, '/newest' => Overflow::DropNewest, '/oldest' => Overflow::DropOldest] as $path => $overflow) {
    $server->handle($path, open: $open, close: $closed, options: ['overflow' => $overflow]);
}
$address = serve($server);
$channel = $server->channel('c');
foreach (['/close', '/newest', '/oldest'] as $path) {
    $clients[$path] = new WebSocketClient($server, $address, $path);
}
for ($i = 0; $i < 2000; $i++) {
    $channel->publish(str_pad("$i", 10000));
    if ($i % 5 === 0) {
        $server->tick();
    }
}
var_dump($server->stats()['buffered'] < 300000);
do {
    $text = $clients['/close']->text();
} while (strlen($text) === 10000);
echo $text, "\n";
$clients['/close']->sendClose()->all();
for ($count = $published = 0; ($id = (int) $clients['/newest']->text()) === $count; $count++) {
    if ($conns['/newest']->bufferedBytes() === 0 && !$published++) {
        $conns['/newest']->send('-1');
    }
}
var_dump($count < 2000, $id);
do {
    $id = (int) $clients['/oldest']->text();
} while ($id < 1999);
var_dump($id);
--EXPECT--
bool(true)
(close 1013 slow consumer)
/close 1013 slow consumer, clean
bool(true)
int(-1)
int(1999)
