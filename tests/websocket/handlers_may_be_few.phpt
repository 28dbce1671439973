--TEST--
Callbacks that were not given are not missed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', close: function () {
    echo "close\n";
});
$client = new WebSocketClient($server, serve($server));
$client->send('ignored')->sync()->sendClose()->all();
--EXPECT--
close
