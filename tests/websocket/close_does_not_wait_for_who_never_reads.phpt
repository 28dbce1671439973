--TEST--
A client that takes nothing of what was queued is cut off after closeTimeout
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['sendBufferLimit' => 64 << 20, 'closeTimeout' => 0.1]);
$server->handle('/', open: function ($conn) {
    for ($i = 0; $i < 512; $i++) {
        $conn->sendBinary(str_repeat('x', 65536));
    }
    $conn->close(4000);
}, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
until($server, fn() => $server->stats()['connections'] === 0);
--EXPECT--
4000
