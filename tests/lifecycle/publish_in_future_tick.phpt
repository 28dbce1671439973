--TEST--
publish() works in a future tick
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/other', open: function ($conn) use (&$other) {
    $other = $conn->subscribe('c');
});
$address = serve($server);
$bystander = new WebSocketClient($server, $address, '/other');
$server->loop->futureTick(function () use ($server, &$other) {
    $server->channel('c')->publish('hello');
});
echo $bystander->text(), "\n";
--EXPECT--
hello
