--TEST--
405 says which method is allowed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: fn() => null);
$client = new HttpClient($server, serve($server));
$client->write(str_replace('GET', 'POST', WebSocketClient::handshake()));
echo show($client->all());
--EXPECT--
HTTP/1.1 405 Method Not Allowed
Content-Length: 39
Connection: close
Content-Type: text/plain; charset=utf-8
Allow: GET

a WebSocket handshake is a GET request
