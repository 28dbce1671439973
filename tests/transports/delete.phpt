--TEST--
DELETE leaves the conversation: onClose with 1000, clean, by the peer, and whoever carries it is let go
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null, close: fn($conn, $info) => print describe($info) . "\n");
$server->handle('/other', open: fn() => null);
$address = serve($server);
$delete = function (string $target) use ($server, $address) {
    $client = new HttpClient($server, $address);
    $response = $client->request('DELETE', $target);
    settle($server);
    return $response;
};
$stream = new StreamClient($server, $address);
$stream->text();
echo show($delete("/?session=$stream->token"));
echo $stream->text(), "\n";
echo brief($delete("/?session=$stream->token"));

$poll = new PollClient($server, $address);
$poll->ask();
settle($server);
echo brief($delete("/?session=$poll->token"));
echo $poll->answer();
echo brief($poll->ask()->response());

$idle = new PollClient($server, $address);
echo brief($delete("/other?session=$idle->token"));
echo brief($delete("/?cursor=$idle->cursor"));
echo brief($delete('/')), brief($delete('/?session=x'));
echo brief($delete('/?session=' . str_repeat('A', 22)));
echo count($server->connections()), "\n";
--EXPECT--
1000, clean, by peer
HTTP/1.1 204 No Content
Connection: keep-alive
Cache-Control: no-store
(end)
410 there is no such session any more
1000, clean, by peer
204
{"cursor":"TOKEN.0","messages":[]}
410 there is no such session any more
410 there is no such session any more
1000, clean, by peer
204
400 the query names no session
400 that is no session
410 there is no such session any more
0
