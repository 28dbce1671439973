--TEST--
A slow stream of a channel without history ends as its channel says, or tells the gap
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('nothing is lost of what is so small');
?>
--FILE--
<?php
require __DIR__ . '/feed.inc';

use RtComm\Overflow;

$server = new RtComm\Server(null, ['sendBufferLimit' => 100000, 'closeTimeout' => 60, 'heartbeat' => 0]);
$server->channels('newest', overflow: Overflow::DropNewest);
$server->channels('oldest', overflow: Overflow::DropOldest);
$server->feed('/feed/{channel}');
$address = serve($server);
foreach (['close', 'newest', 'oldest'] as $name) {
    $channel = $server->channel($name);
    $client = new StreamClient($server, $address, "/feed/$name");
    for ($i = 1; $i <= 2000; $i++) {
        $channel->publish(str_pad("$i", 10000));
        if ($i % 5 === 0) {
            $server->tick();
        }
    }
    $bounded = $server->stats()['buffered'] < 150000;
    $client->block();
    for ($last = 0; preg_match('/^id: [^:]*:(\d+)\ndata: (\d+) /', $block = $client->block(), $found);) {
        if ($found[1] !== $found[2] || ($name !== 'oldest' && (int) $found[1] !== $last + 1)) {
            echo "$found[1] behind $last\n";
        }
        $last = (int) $found[1];
        if ($last === 2000) {
            break;
        }
    }
    echo "$name: ", $bounded ? 'bounded, ' : '', $last < 2000 ? 'something is lost' : 'up to the end', "\n";
    echo plain($block === '' ? "(end)\n" : substr($block, 0, 100), epoch($channel)), "\n";
    $client->close();
}
--EXPECT--
close: bounded, something is lost
(end)

newest: bounded, something is lost
id: e1:2000
event: gap
data: {"cursor":"e1:2000"}


oldest: bounded, up to the end
id: e1:2000
data: 2000                                                                     
