--TEST--
`except` leaves one subscriber out
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$chat = $server->channel('chat');
$server->handle(
    '/',
    open: fn($conn) => $conn->subscribe('chat'),
    message: fn($conn, $data) => $chat->publish($data, except: $conn),
);
$address = serve($server);
$ann = new WebSocketClient($server, $address);
$bob = new WebSocketClient($server, $address);
$ann->send('from Ann');
echo 'Bob: ', $bob->text(), "\n";
$bob->send('from Bob');
echo 'Ann: ', $ann->text(), "\n";
--EXPECT--
Bob: from Ann
Ann: from Bob
