--TEST--
send() works in a feed's authorize callback
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
$server->feed('/', authorize: function () use ($server, &$other) {
    $other->send('hello');
});
$client = new Client($server, $address);
fwrite($client->stream, "GET /?channel=c HTTP/1.1\r\nHost: test\r\n\r\n");
echo $bystander->text(), "\n";
--EXPECT--
hello
