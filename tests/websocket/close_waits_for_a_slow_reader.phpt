--TEST--
closeTimeout counts from when the client stopped reading what was queued before the close frame
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
$server = new RtComm\Server("unix:$path", ['sendBufferLimit' => 64 << 20, 'closeTimeout' => 0.1]);
$server->handle('/', open: function ($conn) {
    for ($i = 0; $i < 64; $i++) {
        $conn->sendBinary(str_repeat('x', 65536));
    }
    $conn->close(4000);
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, "unix:$path");
$received = $client->received;
/* There is room in the socket at each turn, so that a pause of the whole process says nothing. */
until($server, function () use ($client, &$received) {
    usleep(20000);
    $received .= stream_get_contents($client->stream);
    return str_ends_with($received, "\x88\x02\x0f\xa0") || feof($client->stream);
});
var_dump(strlen($received) === 64 * 65546 + 4);
$client->sendClose()->all();
--EXPECT--
bool(true)
4000, clean
