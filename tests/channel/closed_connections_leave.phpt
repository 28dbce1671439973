--TEST--
A connection that begins to close gets no more publications; when it is over it is no subscriber
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$channel = $server->channel('c');
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn->subscribe('c');
}, close: function ($conn) use ($channel) {
    var_dump(count($channel));
    $channel->publish('too late');
    $conn->subscribe('c');
    var_dump(count($channel));
});
$client = new WebSocketClient($server, serve($server));
$channel->publish('before');
$kept->close();
$channel->publish('after');
echo $client->text(), "\n", $client->text(), "\n";
$client->sendClose();
echo $client->text(), "\n";
--EXPECT--
before
(close 1000)
int(0)
int(0)
(end)
