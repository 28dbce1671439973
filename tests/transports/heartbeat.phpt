--TEST--
A silent event stream is kept alive by comments, which are no messages
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server(null, ['heartbeat' => 0.1]);
$server->handle('/', open: fn() => null, close: fn() => print "closed\n");
$client = new StreamClient($server, serve($server));
echo $client->block();
$client->wait(fn() => substr_count($client->received, "\n\n") >= 3);
echo strlen(trim(str_replace(["\n", ':'], '', $client->received))) === 0 ? "comments only\n" : $client->received;
echo count($server->connections()), "\n";
--EXPECT--
id: TOKEN.0
event: open
data: {"session":"TOKEN"}

comments only
1
