--TEST--
A script that just ends closes its sockets, and calls nothing
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    $server = new RtComm\Server();
    $server->handle("/", open: fn($conn) => $conn->send("hello"), close: fn() => print "close\n");
    echo serve($server), "\n";
    until($server, fn() => $server->stats()["messagesIn"] > 0);
    echo "end\n";
');
$client = new WebSocketClient(null, $child->line());
echo $client->text(), "\n";
$client->send('x');
echo $client->text(), "\n", $child->line(), "\n", $child->end(), "\n", $child->errors;
--EXPECT--
hello
(end)
end
exit 0
