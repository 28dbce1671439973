--TEST--
A connection that was paused goes on with what TLS holds already
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = new RtComm\Server(null, ['maxMessageSize' => 1000000, 'maxFrameSize' => 1000000]);
$seen = 0;
$server->handle('/chat', message: function ($conn, $data) use (&$seen, &$paused) {
    $seen++;
    if ($seen % 10 === 0) {
        $conn->pause();
        $paused = $conn;
    }
});
$client = new WebSocketClient($server, serve_tls($server), '/chat');
/* More than one read takes, so that records wait within TLS. */
$frames = str_repeat(RtComm\WebSocket\Frame::encode(str_repeat('x', 9000), mask: true), 100);
$client->write($frames);
$turns = 0;
until($server, function () use (&$seen, &$paused, &$turns) {
    if ($paused !== null) {
        $turns++;
        [$conn, $paused] = [$paused, null];
        $conn->resume();
    }
    return $seen === 100;
});
echo "$seen messages\n";
$client->sync();
echo "in step\n";
?>
--EXPECT--
100 messages
in step
