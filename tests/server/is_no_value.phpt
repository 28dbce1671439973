--TEST--
A server cannot be cloned, serialized, extended or given properties
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$attempts = [
    fn() => clone $server,
    fn() => serialize($server),
    fn() => $server->other = 1,
    fn() => $server->loop = new RtComm\Loop(),
];
foreach ($attempts as $attempt) {
    try {
        $attempt();
        echo "no error\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
var_dump((new ReflectionClass($server))->isFinal());
--EXPECT--
Error: Trying to clone an uncloneable object of class RtComm\Server
Exception: Serialization of 'RtComm\Server' is not allowed
Error: Cannot create dynamic property RtComm\Server::$other
Error: Cannot modify readonly property RtComm\Server::$loop
bool(true)
