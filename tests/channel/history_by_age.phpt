--TEST--
What is older than a channel's ttl is not in its history
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
$server->channels('short', history: 5, ttl: 1);
$server->channels('long', history: 5, ttl: 3600);
foreach (['short', 'long'] as $name) {
    $channels[$name] = $server->channel($name);
    $channels[$name]->publish('old');
}
usleep(1100000);
foreach ($channels as $name => $channel) {
    $channel->publish('new');
    echo $name, ': ', implode(', ', array_column($channel->history(), 'data')), "\n";
}
--EXPECT--
short: new
long: old, new
