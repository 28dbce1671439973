--TEST--
channels() speaks of channels that there are and of those to come; the first glob that matches counts
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
$channels = ['old' => $server->channel('news/old')];
$server->channels('news/*', history: 2)->channels('n*', history: 3)->channels('?', history: 1);
$channels += [
    'new' => $server->channel('news/new'),
    'n' => $server->channel('nothing'),
    'one' => $server->channel('ß'),
    'other' => $server->channel('other'),
];
foreach ([0, 4] as $again) {
    foreach ($channels as $name => $channel) {
        array_map([$channel, 'publish'], range('1', '5'));
        echo $name, ': ', count($channel->history()), "\n";
    }
    $server->channels('news/*', history: $again);
}
echo count($channels['old']->history()), "\n";
--EXPECT--
old: 2
new: 2
n: 3
one: 1
other: 0
old: 0
new: 0
n: 3
one: 1
other: 0
0
