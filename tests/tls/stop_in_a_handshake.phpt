--TEST--
A server that stops does not wait for handshakes
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$address = serve_tls($server);
$open = new WebSocketClient($server, $address, '/chat');
$half = new Client($server, substr($address, 6));
$half->write("\x16\x03\x01");
settle($server);
$server->stop(40);
echo $open->text(), "\n";
$open->sendClose(1001);
echo $open->text(), ' ', $half->all() === '' ? 'closed' : 'answered', "\n";
until($server, fn() => $server->stats()["connections"] === 0);
echo "nobody is left\n";
?>
--EXPECT--
(close 1001)
(end) closed
nobody is left
