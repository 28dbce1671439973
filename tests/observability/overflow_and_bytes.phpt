--TEST--
Dropped messages, closed slow consumers, bytes that wait and bytes of histories
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

use RtComm\Overflow;

$server = new RtComm\Server();
foreach (['/close' => Overflow::Close, '/newest' => Overflow::DropNewest, '/oldest' => Overflow::DropOldest] as $path => $overflow) {
    $server->handle($path, open: function ($conn) use (&$opened) {
        $opened = $conn;
    }, options: ['sendBufferLimit' => 1000, 'overflow' => $overflow]);
}
$events = [];
$server->onLog(function ($level, $message, $context) use (&$events) {
    $events[] = "$level $context[event]";
});
$address = serve($server);
foreach (['/close', '/newest', '/oldest'] as $path) {
    $client = new PollClient($server, $address, $path);
    for ($i = 0; $i < 6; $i++) {
        $opened->send(str_repeat('.', 250));
    }
    $stats = $server->stats();
    echo "$path $stats[dropped] dropped, $stats[overflowCloses] closed, ", $stats['buffered'] - $opened->bufferedBytes() <= 3000 ? 'some' : 'many', " bytes wait\n";
}
settle($server);
echo implode(', ', $events), "\n";
$server->channels('*', history: 2);
foreach (['12345', '123', '1'] as $data) {
    $server->channel('a')->publish($data);
    echo $server->stats()['historyBytes'], "\n";
}
$server->stop(0);
settle($server);
echo $server->stats()['buffered'], "\n";
--EXPECT--
/close 0 dropped, 1 closed, some bytes wait
/newest 3 dropped, 1 closed, some bytes wait
/oldest 6 dropped, 1 closed, some bytes wait
info slow_consumer, info dropped, info dropped, info dropped, info dropped, info dropped, info dropped
5
8
4
0
