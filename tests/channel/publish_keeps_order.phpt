--TEST--
Publications and sends reach a subscriber in the order in which they were made
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$kept) {
    $kept = $conn->subscribe('c');
});
$client = new WebSocketClient($server, serve($server));
$channel = $server->channel('c');
for ($i = 0; $i < 100; $i++) {
    $i % 3 === 0 ? $kept->send("$i") : $channel->publish("$i");
}
for ($i = 0; $i < 100; $i++) {
    if ($client->text() !== "$i") {
        exit("$i is out of order\n");
    }
}
echo "in order\n";
--EXPECT--
in order
