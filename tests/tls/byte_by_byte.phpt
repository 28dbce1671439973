--TEST--
Handshakes and records that come byte by byte, and go byte by byte
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server(['handshakeTimeout' => 120.0]);
$relay = new Relay(serve_tls($server), 1);
relay($server, $relay);
$client = new WebSocketClient($server, $relay->address, '/chat');
echo $client->send('one byte')->text(), "\n";
echo $client->send('at a time')->text(), "\n";
$client->sendClose();
echo $client->text(), $client->text(), "\n";
?>
--EXPECT--
one byte
at a time
(close 1000)(end)
