--TEST--
stop() works in a feed's publish callback
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
$server->feed('/{channel}', publish: function () use ($server, &$other) {
    $server->stop();
});
$client = new Client($server, $address);
fwrite($client->stream, "POST /c HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhello");
echo $bystander->text(), "\n";
--EXPECT--
(close 1001)
