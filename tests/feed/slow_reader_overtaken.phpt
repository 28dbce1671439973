--TEST--
A reader that history has overtaken is told the gap
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('what waits is less when it is compressed');
?>
--FILE--
<?php
require __DIR__ . '/feed.inc';

$server = new RtComm\Server(null, ['sendBufferLimit' => 100000]);
$server->channels('c', history: 10);
$server->feed('/feed/{channel}');
$channel = $server->channel('c');
$client = json_socket($server, serve($server), '/feed/c');
for ($i = 1; $i <= 2000; $i++) {
    $channel->publish(str_pad("$i", 10000));
    if ($i % 5 === 0) {
        $server->tick();
    }
}
$client->text();
for ($at = 0, $gaps = []; $at < 2000;) {
    $item = json_decode($client->text(), true);
    if (isset($item['gap'])) {
        $offset = (int) explode(':', $item['cursor'])[1];
        $gaps[] = $offset > $at;
        $at = $offset;
    } elseif ((int) $item['data'] !== ++$at) {
        echo "not $at but $item[data]\n";
        break;
    }
}
var_dump($at, array_unique($gaps));
--EXPECT--
int(2000)
array(1) {
  [0]=>
  bool(true)
}
