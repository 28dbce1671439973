--TEST--
The name of an event is one line
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$channel = $server->channel('c');
foreach (["a\nb", "a\rb", "a\0b"] as $event) {
    try {
        $channel->publish('x', $event);
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
echo strrchr($channel->publish('x', 'price'), ':'), "\n";
--EXPECT--
RtComm\Channel::publish(): Argument #2 ($event) must not contain CR, LF or NUL
RtComm\Channel::publish(): Argument #2 ($event) must not contain CR, LF or NUL
RtComm\Channel::publish(): Argument #2 ($event) must not contain CR, LF or NUL
:1
