--TEST--
Subscribers that are closed or terminated between publications get what was before
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept[] = $conn->subscribe('c');
});
$address = serve($server);
for ($i = 0; $i < 4; $i++) {
    $clients[] = new WebSocketClient($server, $address);
}
$channel = $server->channel('c');
$channel->publish('one');
$kept[0]->close();
$kept[1]->terminate();
$kept[2]->unsubscribe('c');
$channel->publish('two');
echo $clients[0]->text(), ' ', $clients[0]->text(), "\n";
echo $clients[1]->text(), "\n";
echo $clients[2]->text(), "\n";
echo $clients[3]->text(), ' ', $clients[3]->text(), "\n";
--EXPECT--
one (close 1000)
(end)
one
one two
