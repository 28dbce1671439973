--TEST--
A certificate that has expired is used all the same, and said in the log
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$log = logs($server);
$address = serve_tls($server, new RtComm\Tls(certificate('expired.pem'), certificate('expired.key')));
echo str_replace(__DIR__, '', logged($server, $log)), "\n";
$client = new WebSocketClient($server, $address, '/chat');
echo $client->send('it works')->text(), "\n";
serve_tls($server);
settle($server);
var_dump(count($log));
?>
--EXPECTF--
warning: the certificate in /certificates/expired.pem expired on 2020-02-01
it works
int(0)
