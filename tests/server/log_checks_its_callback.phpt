--TEST--
onLog() takes a callable or null
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
var_dump($server->onLog(null) === $server);
try {
    $server->onLog('no_such_function');
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
bool(true)
RtComm\Server::onLog(): Argument #1 ($log) must be a valid callback or null, function "no_such_function" not found or invalid function name
