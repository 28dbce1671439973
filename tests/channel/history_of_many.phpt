--TEST--
A long history comes in order and without holes, wherever it begins
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
$server->channels('c', history: 1000);
$channel = $server->channel('c');
$ids = array_map(fn($n) => $channel->publish("message $n"), range(0, 1699));
$good = 0;
foreach ([1, 63, 64, 65, 128, 299, 300, 301, 700, 999, 1000, 1001] as $count) {
    $wanted = array_slice($ids, -min($count, 1000));
    $good += array_column($channel->history($count), 'id') === $wanted;
    $good += array_column($channel->history(5000, $ids[1699 - min($count, 1000)]), 'id') === $wanted;
    $good += array_column($channel->history(50, $ids[1699 - min($count, 1000)]), 'id') === array_slice($wanted, 0, 50);
}
echo "$good of 36\n";
--EXPECT--
36 of 36
