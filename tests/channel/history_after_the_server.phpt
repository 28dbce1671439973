--TEST--
history() of a channel whose server is gone is a ClosedException
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
$server->channels('*', history: 5);
$channel = $server->channel('c');
$id = $channel->publish('hello');
$history = $channel->history();
$server->stop(0);
echo count($channel->history()), "\n";
$server = null;
foreach ([[], [1, $id]] as $arguments) {
    try {
        $channel->history(...$arguments);
    } catch (RtComm\ClosedException $error) {
        echo $error->getMessage(), "\n";
    }
}
echo $history[0]->data, "\n";
--EXPECT--
1
The channel's server is gone
The channel's server is gone
hello
