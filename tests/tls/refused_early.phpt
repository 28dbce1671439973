--TEST--
A refusal that was queued before the handshake is told after it, or ends with closeTimeout
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server(['maxConnectionsPerIp' => 1, 'closeTimeout' => 0.1]);
$address = serve_tls($server);
$first = new WebSocketClient($server, $address, '/chat');
$second = new HttpClient($server, $address);
echo $second->all() === '' ? 'nothing' : status($second->received), "\n";
$third = new Client($server, substr($address, 6));
var_dump($third->all());
echo $first->send('alone')->text(), "\n";
?>
--EXPECT--
HTTP/1.1 503 Service Unavailable
string(0) ""
alone
