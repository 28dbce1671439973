--TEST--
A large publication is the same for all its receivers
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn($conn) => $conn->subscribe('c'));
$address = serve($server);
for ($i = 0; $i < 5; $i++) {
    $clients[] = new WebSocketClient($server, $address);
}
$data = bin2hex(random_bytes(300000));
$server->channel('c')->publish($data);
foreach ($clients as $client) {
    var_dump($client->text() === $data);
}
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
