--TEST--
A second signal does not wait for clients
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    $server = new RtComm\Server(null, ["closeTimeout" => 60]);
    $server->handle("/", open: fn() => null, close: fn($conn, $info) => print describe($info) . "\n");
    echo serve($server), "\n";
    $server->run();
    echo "run() is over\n";
');
$client = new WebSocketClient(null, $child->line());
$start = microtime(true);
$child->signal(SIGTERM);
echo $client->text(), "\n";
$child->signal(SIGTERM);
echo $client->text(), "\n";
echo $child->line(), "\n", $child->line(), "\n", $child->end(), "\n";
var_dump(microtime(true) - $start < 4.5);
--EXPECT--
(close 1001)
(end)
1001
run() is over
exit 0
bool(true)
