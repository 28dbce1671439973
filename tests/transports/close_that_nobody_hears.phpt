--TEST--
close() of a client that does not come back in closeTimeout ends unclean, and what it sends is refused
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server(null, ['closeTimeout' => 0.1]);
$server->handle('/', open: function ($conn) use (&$opened) {
    $opened = $conn;
}, message: fn() => print "never\n", close: function ($conn, $info) use (&$closed) {
    $closed = describe($info);
});
$address = serve($server);
foreach (['text/event-stream', '*/*'] as $accept) {
    $closed = null;
    $client = new Client($server, $address);
    $client->write("GET / HTTP/1.1\r\nHost: test\r\nAccept: $accept\r\n\r\n");
    $client->wait(fn() => preg_match('/"session":"([^"]+)"/', $client->received));
    preg_match('/"session":"([^"]+)"/', $client->received, $match);
    $client->close();
    settle($server);
    $opened->send('last');
    $opened->close(4000, 'bye');
    echo $opened->send('after')->name, "\n";
    echo brief(post($server, $address, "/?session=$match[1]", 'x'));
    until($server, function () use (&$closed) {
        return $closed !== null;
    });
    echo $closed, "\n";
    echo brief((new HttpClient($server, $address))->get("/?cursor=$match[1].0"));
}
echo $server->stats()['sessions'], "\n";
--EXPECT--
Closed
410 there is no such session any more
4000 bye
410 there is no such session any more
Closed
410 there is no such session any more
4000 bye
410 there is no such session any more
0
