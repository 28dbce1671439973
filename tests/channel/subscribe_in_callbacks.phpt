--TEST--
Subscriptions may change in any callback
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$channel = $server->channel('c');
$server->handle('/', open: fn($conn) => $conn->subscribe('c'), message: function ($conn, $data) use ($channel) {
    $data === 'in' ? $conn->subscribe('c') : $conn->unsubscribe('c');
    $channel->publish("after $data");
    $conn->send(count($channel) . ' subscribers');
});
$client = new WebSocketClient($server, serve($server));
$client->send('out');
echo $client->text(), "\n";
$client->send('in');
echo $client->text(), "\n", $client->text(), "\n";
--EXPECT--
0 subscribers
after in
1 subscribers
