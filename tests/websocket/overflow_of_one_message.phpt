--TEST--
A message above sendBufferLimit passes when the queue is empty
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['sendBufferLimit' => 1]);
$server->handle('/', message: fn($conn, $data) => print $conn->send(str_repeat($data, 100000))->name . "\n");
$client = new WebSocketClient($server, serve($server));
for ($i = 0; $i < 2; $i++) {
    $client->send('x');
    var_dump(strlen($client->text()));
}
--EXPECT--
Sent
int(100000)
Sent
int(100000)
