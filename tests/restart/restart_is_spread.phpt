--TEST--
A restart closes conversations with 1012, one after the other over half of the grace
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

$closed = [];
$server = new RtComm\Server();
$server->handle('/', open: fn() => null, close: function ($conn, $info) use (&$closed) {
    $closed[] = [microtime(true), describe($info)];
});
$address = serve($server);
for ($i = 0; $i < 20; $i++) {
    $clients[] = new WebSocketClient($server, $address);
}
$start = microtime(true);
$server->stop(8.0, restart: true);
while (count($closed) < 20 && microtime(true) < $start + 30) {
    $server->tick(0.01);
    foreach ($clients as $client) {
        $client->pump();
        if ($client->received !== '') {
            echo $text = $client->text(), "\n";
            $client->sendClose(1012);
        }
    }
}
echo implode("\n", array_unique(array_column($closed, 1))), "\n";
$times = array_column($closed, 0);
/* On a busy machine they are told later, but never earlier. */
var_dump($times[19] - $start >= 3.0, $times[9] - $start >= 1.2);
--EXPECT--
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
1012 service restart, clean
bool(true)
bool(true)
