--TEST--
Names of headers, "WebSocket" and "upgrade" are read in any case
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null);
$client = new HttpClient($server, serve($server));
$client->write(
    "GET / HTTP/1.1\r\nhost: test\r\nUPGRADE: WebSocket\r\nconnection: keep-alive, upgrade\r\n"
    . "sec-websocket-KEY: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n\r\n"
);
echo status($client->response()), "\n";
--EXPECT--
HTTP/1.1 101 Switching Protocols
