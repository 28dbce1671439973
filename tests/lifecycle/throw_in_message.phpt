--TEST--
With no error callback, what message throws closes the connection with 1011 and leaves tick()
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/after', fn() => 'the server goes on');
$server->handle('/', message: function () {
    throw new LogicException('thrown');
});
$client = new WebSocketClient($server, serve($server));
$client->send('hello');
try {
    settle($server, 200);
    echo "never\n";
} catch (LogicException $error) {
    echo get_class($error), ': ', $error->getMessage();
    echo $error->getPrevious() ? ' after ' . $error->getPrevious()->getMessage() : '', "\n";
}
echo $client->text(), "\n";
$server->onLog(null);
echo body((new HttpClient($server, serve($server)))->get('/after')), "\n";
--EXPECT--
LogicException: thrown
(close 1011)
the server goes on
