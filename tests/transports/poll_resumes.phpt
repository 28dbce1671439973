--TEST--
A poll's answer that was lost comes again, until a later cursor says that it was seen
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) use (&$opened) {
    $opened = $conn;
}, close: fn() => print "closed\n");
$address = serve($server);
$client = new PollClient($server, $address);
$token = $client->token;
$opened->send('one');
$opened->send('two');
echo $client->poll(25, "$token.0");
echo 'lost: ', $client->poll(25, "$token.0");
$opened->send('three');
echo 'lost: ', $client->poll(25, "$token.0");
echo 'two seen: ', $client->poll(25, "$token.2");
echo 'three not seen: ', $client->poll(25, "$token.2");
echo 'three seen: ', $client->poll(0, "$token.3");

echo 'behind what is forgotten: ', brief($client->ask(0, "$token.1")->response());
settle($server);
$client = new PollClient($server, $address);
$opened->send('one');
$client->poll();
$again = new HttpClient($server, $address);
echo 'not yet there: ', brief($again->get("/?cursor=$client->token.2"));
echo 'goes on: ', $client->poll(0);
--EXPECT--
{"cursor":"TOKEN.2","messages":[{"id":"TOKEN.1","data":"one"},{"id":"TOKEN.2","data":"two"}]}
lost: {"cursor":"TOKEN.2","messages":[{"id":"TOKEN.1","data":"one"},{"id":"TOKEN.2","data":"two"}]}
lost: {"cursor":"TOKEN.3","messages":[{"id":"TOKEN.1","data":"one"},{"id":"TOKEN.2","data":"two"},{"id":"TOKEN.3","data":"three"}]}
two seen: {"cursor":"TOKEN.3","messages":[{"id":"TOKEN.3","data":"three"}]}
three not seen: {"cursor":"TOKEN.3","messages":[{"id":"TOKEN.3","data":"three"}]}
three seen: {"cursor":"TOKEN.3","messages":[]}
behind what is forgotten: closed
410 what followed that cursor is not kept any more
not yet there: 410 the session has not come that far
goes on: {"cursor":"TOKEN.1","messages":[]}
