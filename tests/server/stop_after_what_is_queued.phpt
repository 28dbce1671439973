--TEST--
What is queued when the server stops reaches its reader first
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['sendBufferLimit' => 64 << 20]);
$server->handle('/', open: function ($conn) {
    for ($i = 0; $i < 256; $i++) {
        $conn->send(str_repeat('x', 65536));
    }
});
$client = new WebSocketClient($server, serve($server));
$server->stop();
for ($i = 0; strlen($text = $client->text()) === 65536; $i++) {
}
echo "$i $text\n";
--EXPECT--
256 (close 1001)
