--TEST--
maxFrameSize bounds each frame: at the limit it passes, above it 1009
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('frames are of other sizes when they are compressed');
?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxFrameSize' => 10]);
$server->handle('/', message: fn($conn, $data) => $conn->send($data));
$address = serve($server);
$client = new WebSocketClient($server, $address);
$client->send('0123456789');
echo $client->text(), "\n";
$client->send('01234567', RtComm\WebSocket\Opcode::Text, false)->send('89abcdef', RtComm\WebSocket\Opcode::Continuation);
echo $client->text(), "\n";
$client->send('0123456789a');
echo $client->text(), "\n";
--EXPECT--
0123456789
0123456789abcdef
(close 1009 frame is too big)
