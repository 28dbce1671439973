--TEST--
Many sessions without connections go with their server, and their objects can still be used
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

final class Witness
{
    public static int $gone = 0;

    public function __destruct()
    {
        self::$gone++;
    }
}

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$conns) {
    $conn->data = new Witness();
    $conn->other = $conn;
    $conn->subscribe('c')->send('never fetched');
    if ($conn->id % 10 === 1) {
        $conns[] = $conn;
    }
}, close: fn() => print "never\n");
$address = serve($server);
$client = new HttpClient($server, $address);
foreach (range(1, 200) as $n) {
    $client->get('/');
}
$stats = $server->stats();
echo "{$stats['connections']} connection, {$stats['sessions']} sessions, {$stats['open']} open\n";
gc_collect_cycles();
echo Witness::$gone, " gone\n";
$client = $server = null;
gc_collect_cycles();
echo Witness::$gone, " gone\n";
echo $conns[0]->send('x')->name, ' ', $conns[1]->bufferedBytes(), ' ', json_encode($conns[2]->isOpen()), ' ', $conns[3]->transport->name, "\n";
$conns[0]->close()->subscribe('c');
$conns = null;
gc_collect_cycles();
echo Witness::$gone, " gone\n";
--EXPECT--
1 connection, 200 sessions, 200 open
0 gone
180 gone
Closed 0 false LongPoll
200 gone
