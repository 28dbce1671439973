--TEST--
A Tls object may go when it listens, and serve several addresses
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$tls = tls();
$addresses = [serve_tls($server, $tls), serve_tls($server, $tls), serve_tls($server, $tls)];
$plain = $server->listen('127.0.0.1:0');
unset($tls);
foreach ([...$addresses, $plain] as $address) {
    $client = new HttpClient($server, $address);
    echo body($client->get('/')), "\n";
}
unset($server);
echo "over\n";
?>
--EXPECT--
GET https://test/
GET https://test/
GET https://test/
GET http://test/
over
