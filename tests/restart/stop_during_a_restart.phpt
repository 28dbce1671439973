--TEST--
stop() during a restart tells everybody at once
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/restart.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null);
$address = serve($server);
for ($i = 0; $i < 5; $i++) {
    $clients[] = new WebSocketClient($server, $address);
}
$server->stop(600.0, restart: true);
settle($server);
$server->stop(30.0);
foreach ($clients as $client) {
    echo $client->text(), "\n";
    $client->sendClose(1012);
}
$start = microtime(true);
$server->run();
var_dump(microtime(true) - $start < 25);
--EXPECT--
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
(close 1012 service restart)
bool(true)
