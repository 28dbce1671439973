--TEST--
A WebSocket that reads more slowly than is sent lives, its pong behind the queue; when it stops reading it is dead
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$server = new RtComm\Server("unix:$path", [
    'sendBufferLimit' => 1 << 20,
    'overflow' => RtComm\Overflow::DropOldest,
    'heartbeat' => 0.2,
    'pongTimeout' => 0.2,
]);
$conn = null;
$ended = '';
$server->handle('/', open: function ($c) use (&$conn) {
    $conn = $c;
}, close: function ($c, $info) use (&$ended) {
    $ended = describe($info);
});
$client = new WebSocketClient($server, "unix:$path");
$data = str_repeat('x', 65536);
$reads = 0;
$turn = function (bool $read) use ($server, $client, &$conn, $data, &$reads) {
    for ($i = 0; $i < 8; $i++) {
        $conn->sendBinary($data);
    }
    if ($read) {
        /* All that the socket holds, which is less than was sent: the next turn finds room in it, however late it is. */
        $reads += strlen(stream_get_contents($client->stream));
    }
    $server->tick(0.002);
};
for ($start = microtime(true); microtime(true) < $start + 1.5 && $ended === '';) {
    $turn(true);
}
var_dump($ended, $server->stats()['dropped'] > 0, $reads > 0);
until($server, function () use ($turn, &$ended) {
    if ($ended === '') {
        $turn(false);
    }
    return $ended !== '';
});
echo $ended, "\n";
--EXPECT--
string(0) ""
bool(true)
bool(true)
1006 no pong
