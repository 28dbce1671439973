--TEST--
A channel reaches its subscribers over every transport, in order, and leaves out who is excepted
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

$server = new RtComm\Server();
$conns = [];
$server->handle('/', open: function ($conn) use (&$conns) {
    $conns[$conn->transport->value] = $conn->subscribe('c');
}, message: fn($conn, $data) => $conn->unsubscribe('c'));
$peers = peers($server, serve($server));
$channel = $server->channel('c');
echo count($channel), "\n";
$channel->publish('to all', event: 'named');
$channel->publish('not to the stream', except: $conns['event-stream']);
$conns['long-poll']->send('to the poll');
$channel->publish("\0\1", binary: true);
$conns['event-stream']->send('to the stream');
foreach ($peers as $name => $peer) {
    echo "$name: ", implode(', ', array_map(fn() => $peer->text(), range(1, ['websocket' => 3, 'event-stream' => 3, 'long-poll' => 4][$name]))), "\n";
}
foreach ($peers as $name => $peer) {
    $peer->send('unsubscribe');
    settle($server);
    echo count($channel), "\n";
}
$conns['event-stream']->subscribe('c');
$peers['event-stream']->leave();
settle($server);
echo count($channel), ' ', $server->stats()['subscriptions'], "\n";
--EXPECT--
3
websocket: to all, not to the stream, binary:0001
event-stream: to all, binary:0001, to the stream
long-poll: to all, not to the stream, to the poll, binary:0001
2
1
0
0 0
