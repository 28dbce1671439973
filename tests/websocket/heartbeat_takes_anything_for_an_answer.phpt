--TEST--
A client that sends messages instead of pongs lives
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['heartbeat' => 0.05, 'pongTimeout' => 0.5]);
$server->handle('/', message: fn() => null, close: function ($conn, $info) {
    echo describe($info), "\n";
});
$client = new WebSocketClient($server, serve($server));
for ($i = 0; $i < 5; $i++) {
    echo $client->text(), "\n";
    $client->send('here');
}
--EXPECT--
(ping )
(ping )
(ping )
(ping )
(ping )
