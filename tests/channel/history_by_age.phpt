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
    /* On a busy machine the new one may be old by the time that it is asked for. */
    do {
        $channel->publish('new');
        $history = array_column($channel->history(), 'data');
    } while ($history === []);
    echo $name, ': ', implode(', ', $history), "\n";
}
--EXPECT--
short: new
long: old, new
