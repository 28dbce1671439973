--TEST--
Channels of two servers have nothing in common but the name
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$one = new RtComm\Server();
$two = new RtComm\Server();
foreach ([$one, $two] as $server) {
    $server->handle('/', open: fn($conn) => $conn->subscribe('c'));
}
$first = new WebSocketClient($one, serve($one));
$second = new WebSocketClient($two, serve($two));
$one->channel('c')->publish('one');
$two->channel('c')->publish('two');
echo $first->text(), ' ', $second->text(), "\n";
--EXPECT--
one two
