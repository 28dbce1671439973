--TEST--
close() of another connection works in message
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/other', open: function ($conn) use (&$other) {
    $other = $conn;
});
$server->handle('/', message: function ($conn) use (&$other) {
    $other->close(4000);
});
$address = serve($server);
$bystander = new WebSocketClient($server, $address, '/other');
$client = new WebSocketClient($server, $address);
$client->send('x');
echo $bystander->text(), "\n";
var_dump($other->isOpen());
--EXPECT--
(close 4000)
bool(false)
