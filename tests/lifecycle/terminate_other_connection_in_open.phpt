--TEST--
terminate() of another connection works in open
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/other', open: function ($conn) use (&$other) {
    $other = $conn;
});
$server->handle('/', open: function ($conn) use (&$other) {
    $other->terminate();
});
$address = serve($server);
$bystander = new WebSocketClient($server, $address, '/other');
$client = new WebSocketClient($server, $address);
echo $bystander->text(), "\n";
var_dump($other->isOpen());
--EXPECT--
(end)
bool(false)
