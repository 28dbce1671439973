--TEST--
With no error callback, what close throws leaves tick()
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/after', fn() => 'the server goes on');
$server->handle('/', close: function () {
    throw new LogicException('thrown');
});
$client = new WebSocketClient($server, serve($server));
$client->sendClose();
try {
    settle($server, 200);
    echo "never\n";
} catch (LogicException $error) {
    echo get_class($error), ': ', $error->getMessage();
    echo $error->getPrevious() ? ' after ' . $error->getPrevious()->getMessage() : '', "\n";
}
$server->onLog(null);
echo body((new HttpClient($server, serve($server)))->get('/after')), "\n";
--EXPECT--
LogicException: thrown
the server goes on
