--TEST--
An event stream that was cut goes on behind the event that the client has seen; PHP sees no close
--EXTENSIONS--
rtcomm
--SKIPIF--
<?php
require __DIR__ . '/../client.inc';
skip_where_compressed('it shows whole heads');
?>
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$opened) {
    echo "opened\n";
    $opened = $conn;
}, message: fn($conn, $data) => print "up: $data\n", close: fn() => print "closed\n");
$address = serve($server);
$client = new StreamClient($server, $address);
echo $client->text(), "\n";
$token = $client->token;
foreach (['one', 'two', 'three'] as $text) {
    echo $opened->send($text)->name, "\n";
}
echo $client->text(), ' ', $client->text(), "\n";
$client->close();
settle($server);

echo "cut behind two\n";
echo $opened->send('four')->name, "\n";
var_dump($opened->isOpen(), $opened->bufferedBytes() > 0);
echo brief(post($server, $address, "/?session=$token", 'while away'));
$again = new StreamClient($server, $address, '/', "$token.2");
$again->token = $token;
echo show($again->head);
echo $again->block(), $again->block();
$opened->send('five');
echo $again->block();
var_dump($opened->bufferedBytes());
$again->close();
settle($server);

echo "the address has an old cursor, the header the last one\n";
$third = new StreamClient($server, $address, "/?cursor=$token.0", "$token.4");
$third->token = $token;
echo $third->block();
$third->close();
settle($server);

echo "cursor in the address alone\n";
$fourth = new StreamClient($server, $address, "/?cursor=$token.5");
$fourth->token = $token;
$opened->sendBinary('six');
echo $fourth->block(), $fourth->block();
echo count($server->connections()), ' ', $server->stats()['opened'], "\n";
--EXPECT--
opened
(open)
Sent
Sent
Sent
one two
cut behind two
Queued
bool(true)
bool(true)
up: while away
204
HTTP/1.1 200 OK
Connection: close
Content-Type: text/event-stream
Cache-Control: no-cache, no-transform
X-Accel-Buffering: no
id: TOKEN.3
data: three

id: TOKEN.4
data: four

id: TOKEN.5
data: five

int(0)
the address has an old cursor, the header the last one
id: TOKEN.5
data: five

cursor in the address alone
id: TOKEN.5

id: TOKEN.6
event: binary
data: c2l4

1 1
