--TEST--
history() gives the newest publications that the channel keeps, oldest first
--EXTENSIONS--
rtcomm
--FILE--
<?php
$server = new RtComm\Server();
$server->channels('kept', history: 5);
$kept = $server->channel('kept');
$other = $server->channel('other');
foreach (range(1, 7) as $n) {
    $kept->publish("message $n");
    $other->publish("message $n");
}
$texts = fn(array $history) => implode(', ', array_map(fn($publication) => $publication->data, $history)) . "\n";
echo $texts($kept->history());
echo $texts($kept->history(2));
echo $texts($kept->history(1));
echo $texts($kept->history(PHP_INT_MAX));
var_dump($other->history());
var_dump($server->channel('new')->history());
--EXPECT--
message 3, message 4, message 5, message 6, message 7
message 6, message 7
message 7
message 3, message 4, message 5, message 6, message 7
array(0) {
}
array(0) {
}
