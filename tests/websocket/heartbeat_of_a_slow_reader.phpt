--TEST--
A client whose pong stands behind a long queue is not taken for dead while it reads
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

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$server = new RtComm\Server("unix:$path", ['sendBufferLimit' => 64 << 20, 'heartbeat' => 0.1, 'pongTimeout' => 0.1]);
$server->handle('/', open: function ($conn) {
    for ($i = 0; $i < 64; $i++) {
        $conn->sendBinary(str_repeat('x', 65536));
    }
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, "unix:$path");
$received = strlen($client->received);
/* There is room in the socket at each turn, so that a pause of the whole process says nothing. */
until($server, function () use ($client, &$received) {
    usleep(20000);
    $received += strlen(stream_get_contents($client->stream));
    return $received > 64 * 65546 - 100000 || feof($client->stream);
});
var_dump(feof($client->stream));
--EXPECT--
bool(false)
