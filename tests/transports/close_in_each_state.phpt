--TEST--
close() reaches the client in whatever state it is, and onClose comes once, when it was told
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$opened, &$inOpen) {
    $opened = $conn;
    if ($inOpen) {
        $conn->send('before');
        $conn->close(4001, 'in open');
        echo $conn->send('after')->name, "\n";
    }
}, close: fn($conn, $info) => print 'onClose ' . describe($info) . "\n");
$address = serve($server);

echo "an event stream\n";
$client = new StreamClient($server, $address);
$client->text();
$opened->send('last');
$opened->close(4000, 'bye');
var_dump($opened->isOpen());
echo $client->text(), ', ', $client->text(), ', ', $client->text(), "\n";
settle($server);

echo "a poll that waits\n";
$client = new PollClient($server, $address);
$client->ask();
settle($server);
$opened->close(4000, 'bye');
echo $client->answer();
settle($server);

echo "between two polls\n";
$client = new PollClient($server, $address);
$opened->send('last');
$opened->close(4000, 'bye');
settle($server);
echo $client->poll();
settle($server);

echo "an event stream that was cut, and comes again\n";
$client = new StreamClient($server, $address);
$client->text();
$token = $client->token;
$client->close();
settle($server);
$opened->send('last');
$opened->close(4000, 'bye');
settle($server);
$client = new StreamClient($server, $address, '/', "$token.0");
echo $client->text(), ', ', $client->text(), ', ', $client->text(), "\n";
settle($server);

echo "in onOpen\n";
$inOpen = true;
$client = new StreamClient($server, $address);
echo $client->text(), ', ', $client->text(), ', ', $client->text(), ', ', $client->text(), "\n";
settle($server);
$client = new HttpClient($server, $address);
echo preg_replace('/[\w-]{22}/', 'TOKEN', body($client->get('/'))), "\n";
settle($server);

echo "with no reason\n";
$inOpen = false;
$client = new StreamClient($server, $address);
$client->text();
$opened->close();
echo $client->block();
settle($server);
--EXPECT--
an event stream
bool(false)
onClose 4000 bye, clean
last, (close 4000 bye), (end)
a poll that waits
onClose 4000 bye, clean
{"closed":{"code":4000,"reason":"bye"},"cursor":"TOKEN.0","messages":[]}
between two polls
onClose 4000 bye, clean
{"closed":{"code":4000,"reason":"bye"},"cursor":"TOKEN.1","messages":[{"id":"TOKEN.1","data":"last"}]}
an event stream that was cut, and comes again
onClose 4000 bye, clean
last, (close 4000 bye), (end)
in onOpen
Closed
onClose 4001 in open, clean
(open), before, (close 4001 in open), (end)
Closed
onClose 4001 in open, clean
{"session":"TOKEN","closed":{"code":4001,"reason":"in open"},"cursor":"TOKEN.1","messages":[{"id":"TOKEN.1","data":"before"}]}
with no reason
onClose 1000, clean
event: close
data: {"code":1000,"reason":""}
