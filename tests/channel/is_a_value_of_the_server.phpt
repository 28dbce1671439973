--TEST--
A channel cannot be made, cloned, serialized or changed by the script
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$channel = $server->channel('c');
$attempts = [
    fn() => new RtComm\Channel(),
    fn() => clone $channel,
    fn() => serialize($channel),
    fn() => $channel->name = 'd',
    fn() => $channel->other = 1,
];
foreach ($attempts as $attempt) {
    try {
        $attempt();
        echo "no error\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
--EXPECT--
Error: Call to private RtComm\Channel::__construct() from global scope
Error: Trying to clone an uncloneable object of class RtComm\Channel
Exception: Serialization of 'RtComm\Channel' is not allowed
Error: Cannot modify readonly property RtComm\Channel::$name
Error: Cannot create dynamic property RtComm\Channel::$other
