--TEST--
A channel whose server is gone says so
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$channel = $server->channel('c');
$channel->publish('x');
unset($server);
foreach (['publish' => ['x'], 'cursor' => []] as $method => $arguments) {
    try {
        $channel->$method(...$arguments);
    } catch (RtComm\ClosedException $error) {
        echo "$method: ", $error->getMessage(), "\n";
    }
}
var_dump(count($channel), $channel->name);
--EXPECT--
publish: The channel's server is gone
cursor: The channel's server is gone
int(0)
string(1) "c"
