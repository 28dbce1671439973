--TEST--
A callback that takes longer than max_execution_time is ended as anywhere
--EXTENSIONS--
rtcomm
pcntl
--FILE--
<?php
require __DIR__ . '/../client.inc';
require __DIR__ . '/../child.inc';

$child = new Child('
    $server = new RtComm\Server();
    $server->handle("/", message: function () {
        set_time_limit(1);
        for (;;) {
        }
    });
    echo serve($server), "\n";
    $server->run();
', '-d display_errors=1');
$client = new WebSocketClient(null, $child->line());
$client->send('x');
echo $client->text(), "\n", $child->end(), "\n";
var_dump(str_contains($child->output, 'Maximum execution time of 1 second exceeded'));
--EXPECT--
(end)
exit 255
bool(true)
