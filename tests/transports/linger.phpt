--TEST--
A client that does not come back within sessionLinger is gone: onClose with 1006, then 410
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server(null, ['sessionLinger' => 60]);
$closed = '';
$server->handle('/', open: fn($conn) => null, close: function ($conn, $info) use (&$closed) {
    $closed .= $conn->transport->value . ': ' . describe($info) . "\n";
}, options: ['sessionLinger' => 1]);
$address = serve($server);

$stream = new StreamClient($server, $address);
$stream->text();
$polling = new PollClient($server, $address);
$polling->ask();
$start = microtime(true);
until($server, fn() => microtime(true) > $start + 1.3);
echo 'while they are here: ', $closed === '' ? 'nothing' : $closed, "\n";

$stream->close();
$polling->close();
until($server, function () use (&$closed) {
    return substr_count($closed, "\n") === 2;
});
$lines = explode("\n", trim($closed));
sort($lines);
echo implode("\n", $lines), "\n";
echo brief((new HttpClient($server, $address))->get('/', ['Accept' => 'text/event-stream', 'Last-Event-ID' => "$stream->token.0"]));
echo brief((new HttpClient($server, $address))->get("/?cursor=$polling->token.0"));
echo brief(post($server, $address, "/?session=$stream->token", 'x'));
echo brief((new HttpClient($server, $address))->request('DELETE', "/?session=$stream->token"));

echo "a poll that was answered and is not asked again\n";
$closed = '';
$third = new PollClient($server, $address);
until($server, function () use (&$closed) {
    return $closed !== '';
});
echo $closed;
echo $server->stats()['sessions'], "\n";
--EXPECT--
while they are here: nothing
event-stream: 1006, by peer
long-poll: 1006, by peer
410 there is no such session any more
410 there is no such session any more
410 there is no such session any more
410 there is no such session any more
a poll that was answered and is not asked again
long-poll: 1006, by peer
0
