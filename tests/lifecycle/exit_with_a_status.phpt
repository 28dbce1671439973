--TEST--
exit in a callback sets the status of the process, and clients see the end
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    $server = new RtComm\Server();
    $server->handle("/", message: fn() => exit(7));
    echo serve($server), "\n";
    $server->run();
    echo "never\n";
');
$client = new WebSocketClient(null, $child->line());
$client->send('x');
echo $client->text(), "\n", $child->end(), "\n", $child->output, $child->errors;
--EXPECT--
(end)
exit 7
