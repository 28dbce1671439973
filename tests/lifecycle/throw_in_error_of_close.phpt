--TEST--
When close throws and error throws too, that leaves tick(), and close is not called again
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', close: function () {
    echo "close\n";
    throw new Exception('of close');
}, error: function ($conn, $error) {
    throw new LogicException('of error');
});
$client = new WebSocketClient($server, serve($server));
$client->sendClose();
try {
    settle($server, 200);
} catch (LogicException $error) {
    echo $error->getMessage(), ' after ', $error->getPrevious()->getMessage(), "\n";
}
$client->all();
var_dump($server->stats()['connections'], $server->stats()['open']);
--EXPECT--
close
of error after of close
int(0)
int(0)
