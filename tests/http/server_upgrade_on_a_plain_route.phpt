--TEST--
An upgrade on a plain route is not taken up: the request is answered (RFC 9110 7.8)
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'plain');
$client = new HttpClient($server, serve($server));
$client->write(WebSocketClient::handshake('/'));
echo body($client->response()), "\n";
--EXPECT--
plain
