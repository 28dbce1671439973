--TEST--
accept that throws: 500, the log has the exception, and the server goes on
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$throw = true;
$server->handle('/', open: fn() => null, accept: function () use (&$throw) {
    if ($throw) {
        throw new LogicException('no');
    }
});
$logs = logs($server);
$address = serve($server);
$client = new WebSocketClient($server, $address);
echo status($client->response), "\n";
settle($server);
foreach ($logs as $line) {
    echo strstr($line, ' in /', true) ?: $line, "\n";
}
$throw = false;
echo status((new WebSocketClient($server, $address))->response . "\r\n"), "\n";
--EXPECT--
HTTP/1.1 500 Internal Server Error
error: An accept callback threw LogicException: no
HTTP/1.1 101 Switching Protocols
