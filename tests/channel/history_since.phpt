--TEST--
history() with an id gives what was published after it, and everything that is kept where that is lost
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
$server->channels('*', history: 5);
$channel = $server->channel('c');
$start = $channel->cursor();
$ids = [];
foreach (range(1, 7) as $n) {
    $ids[$n] = $channel->publish("message $n");
}
$show = function (string $what, array $history) {
    echo $what, ': ', implode(', ', array_map(fn($publication) => $publication->data, $history)), "\n";
};
$show('behind 5', $channel->history(since: $ids[5]));
$show('two behind 3', $channel->history(2, $ids[3]));
$show('behind 2', $channel->history(since: $ids[2]));
$show('behind 1, which is gone', $channel->history(since: $ids[1]));
$show('two behind the start', $channel->history(2, $start));
$show('behind the newest', $channel->history(since: $ids[7]));
$show('behind what is not yet', $channel->history(since: strstr($start, ':', true) . ':8'));
$show('behind another numbering', $channel->history(since: 'AAAAAAAAAAA:6'));
--EXPECT--
behind 5: message 6, message 7
two behind 3: message 4, message 5
behind 2: message 3, message 4, message 5, message 6, message 7
behind 1, which is gone: message 3, message 4, message 5, message 6, message 7
two behind the start: message 3, message 4
behind the newest: 
behind what is not yet: message 3, message 4, message 5, message 6, message 7
behind another numbering: message 3, message 4, message 5, message 6, message 7
