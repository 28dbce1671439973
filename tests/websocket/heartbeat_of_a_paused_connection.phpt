--TEST--
A paused connection cannot hear a pong, and is not cut off for that
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['heartbeat' => 0.05, 'pongTimeout' => 0.05]);
$server->handle('/paused', open: fn($conn) => $conn->pause(), close: function ($conn, $info) {
    echo 'paused: ', describe($info), "\n";
});
$server->handle('/silent', close: function ($conn, $info) {
    echo 'silent: ', describe($info), "\n";
}, open: fn() => null);
$address = serve($server);
$paused = new WebSocketClient($server, $address, '/paused');
for ($i = 0; $i < 3; $i++) {
    (new WebSocketClient($server, $address, '/silent'))->all();
}
var_dump($server->stats()['open']);
--EXPECT--
silent: 1006 no pong
silent: 1006 no pong
silent: 1006 no pong
int(1)
