--TEST--
terminate() of its own connection works in error
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/other', open: function ($conn) use (&$other) {
    $other = $conn;
});
$server->handle('/', message: fn() => throw new Exception('x'), error: function ($conn) use (&$other) {
    $conn->terminate();
});
$address = serve($server);
$bystander = new WebSocketClient($server, $address, '/other');
$client = new WebSocketClient($server, $address);
$client->send('x');
echo $client->text(), "\n";
var_dump($other->isOpen());
--EXPECT--
(end)
bool(true)
