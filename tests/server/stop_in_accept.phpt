--TEST--
A handshake during which the server is stopped is refused with 503
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

foreach ([1, 2] as $parts) {
    $server = new RtComm\Server();
    $server->handle('/', open: function () { echo "opened\n"; }, accept: fn() => $server->stop());
    $client = new Client($server, serve($server));
    $head = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        . "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    /* Where the head came in several parts, the connection keeps it in memory of its own. */
    foreach (str_split($head, intdiv(strlen($head), $parts) + 1) as $part) {
        $client->write($part);
        settle($server);
    }
    echo status($client->all()), "\n";
}
--EXPECT--
HTTP/1.1 503 Service Unavailable
HTTP/1.1 503 Service Unavailable
