--TEST--
terminate() cuts whoever carries the conversation: onClose with 1006, and nothing is said
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$opened, &$inOpen) {
    $opened = $conn;
    if ($inOpen) {
        $conn->send('never');
        $conn->terminate();
    }
}, message: fn($conn) => $conn->terminate(), close: fn($conn, $info) => print 'onClose ' . describe($info) . "\n");
$address = serve($server);

$client = new StreamClient($server, $address);
$client->text();
$opened->send('never');
$opened->terminate();
echo $client->text(), "\n";

$client = new PollClient($server, $address);
$client->ask();
settle($server);
$opened->terminate();
var_dump($client->all());

$client = new PollClient($server, $address);
$opened->terminate();
settle($server);
echo brief($client->ask()->response());

echo "in onMessage\n";
$client = new StreamClient($server, $address);
$client->text();
echo brief(post($server, $address, "/?session=$client->token", 'x'));
echo $client->text(), "\n";

echo "in onOpen\n";
$inOpen = true;
foreach (['text/event-stream', '*/*'] as $accept) {
    $client = new Client($server, $address);
    $client->write("GET / HTTP/1.1\r\nHost: test\r\nAccept: $accept\r\n\r\n");
    var_dump($client->all());
}
echo $server->stats()['open'], ' ', $server->stats()['sessions'], "\n";
--EXPECT--
onClose 1006
(end)
onClose 1006
string(0) ""
onClose 1006
410 there is no such session any more
in onMessage
onClose 1006
204
(end)
in onOpen
onClose 1006
string(0) ""
onClose 1006
string(0) ""
0 0
