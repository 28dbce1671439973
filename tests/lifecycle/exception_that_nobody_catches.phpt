--TEST--
An exception that leaves run() and the script: status 255, the client got 1011
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    $server = new RtComm\Server();
    $server->handle("/", message: fn() => throw new Exception("uncaught"));
    echo serve($server), "\n";
    $server->run();
');
$client = new WebSocketClient(null, $child->line());
$client->send('x');
echo $client->text(), "\n", $client->text(), "\n", $child->end(), "\n";
var_dump(str_contains($child->output . $child->errors, 'Uncaught Exception: uncaught'));
--EXPECT--
(close 1011)
(end)
exit 255
bool(true)
