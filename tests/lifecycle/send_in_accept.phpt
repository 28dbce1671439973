--TEST--
send() works in accept
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
$server->handle('/', open: fn() => null, accept: function () use ($server, &$other) {
    $other->send('hello');
});
$client = new Client($server, $address);
fwrite($client->stream, WebSocketClient::handshake());
echo $bystander->text(), "\n";
--EXPECT--
hello
