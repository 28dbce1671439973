--TEST--
Clients beyond maxConnectionsPerIp are closed before the TLS handshake, which would cost more than they are worth
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server(['maxConnectionsPerIp' => 1]);
$log = logs($server);
$address = serve_tls($server);
$first = new WebSocketClient($server, $address, '/chat');
$second = new Client($server, substr($address, 6));
var_dump($second->all());
echo logged($server, $log), "\n";
echo $first->send('alone')->text(), "\n";
--EXPECTF--
string(0) ""
info: too many connections from this address%S
alone
