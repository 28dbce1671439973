--TEST--
A compressed stream that is read too slowly: events are dropped whole, and it has no proper end then
--EXTENSIONS--
rtcomm
zlib
--SKIPIF--
<?php
require __DIR__ . '/gzip.inc';
skip_without_deflate();
?>
--FILE--
<?php
require __DIR__ . '/gzip.inc';

use RtComm\Overflow;

$noise = noise(22000);
foreach (Overflow::cases() as $overflow) {
    foreach (['channel=news' => 30000, 'channel=news&channel=other' => 1000] as $query => $stored) {
        $options = ['sendBufferLimit' => 100000, 'deflate' => ['minSize' => $stored, 'level' => 1]];
        $server = new RtComm\Server(null, $options, new RtComm\Loop());
        $server->channels('*', overflow: $overflow)->feed('/feed');
        $address = serve($server);
        $channel = $server->channel('news');
        $client = new GzipStream($server, $address, "/feed?$query");
        $quick = new GzipStream($server, $address, "/feed?$query");
        $bounded = true;
        for ($i = 1; $i <= 1000; $i++) {
            $channel->publish("$i " . substr($noise, $i));
            $bounded = $quick->data() === "$i " . substr($noise, $i) && $server->stats()['buffered'] < 150000 && $bounded;
        }
        $server->stop(20.0);
        $events = 0;
        while (($data = $client->data()) !== '(end)') {
            [$number, $text] = explode(' ', $data, 2) + [1 => ''];
            $text === substr($noise, (int) $number) || str_starts_with($data, '{"cursor"') || print "something else: $data\n";
            $events++;
        }
        while ($quick->block() !== "(end)\n");
        echo "$overflow->name: ", $bounded ? 'bounded, ' : 'unbounded, ', $events > 0 && $events < 1000 ? 'some, ' : 'all, ',
            $client->complete ? 'complete' : 'cut', '; the quick one is ', $quick->complete ? 'complete' : 'cut', "\n";
    }
}
?>
--EXPECT--
Close: bounded, some, cut; the quick one is complete
Close: bounded, some, cut; the quick one is complete
DropNewest: bounded, some, complete; the quick one is complete
DropNewest: bounded, some, complete; the quick one is complete
DropOldest: bounded, some, cut; the quick one is complete
DropOldest: bounded, some, cut; the quick one is complete
