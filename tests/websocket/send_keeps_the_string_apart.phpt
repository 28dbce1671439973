--TEST--
What is sent is what the string was when it was sent
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    $data = str_repeat('a', 100000);
    $conn->send($data);
    $data[0] = 'b';
    $conn->send($data);
});
$client = new WebSocketClient($server, serve($server));
echo substr($client->text(), 0, 3), substr($client->text(), 0, 3), "\n";
--EXPECT--
aaabaa
