--TEST--
With no error callback, what open throws closes the connection with 1011 and leaves tick()
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/after', fn() => 'the server goes on');
$server->handle('/', open: function () {
    throw new LogicException('thrown');
});
$client = new Client($server, serve($server));
$client->write(WebSocketClient::handshake());
try {
    settle($server, 200);
    echo "never\n";
} catch (LogicException $error) {
    echo get_class($error), ': ', $error->getMessage();
    echo $error->getPrevious() ? ' after ' . $error->getPrevious()->getMessage() : '', "\n";
}
$client->wait(fn() => str_contains($client->received, "\x88\x02\x03\xf3"));
echo "closed with 1011\n";
$server->onLog(null);
echo body((new HttpClient($server, serve($server)))->get('/after')), "\n";
--EXPECT--
LogicException: thrown
closed with 1011
the server goes on
