--TEST--
Requests over TLS are of https; a connection is kept for several
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$client = new HttpClient($server, serve_tls($server));
echo body($client->get('/?a=1')), "\n";
echo body($client->get('/')), "\n";
$big = new RtComm\Server();
$big->http('/', fn($request) => str_repeat('x', 3000000));
$client = new HttpClient($big, serve_tls($big));
echo strlen(body($client->get('/'))), "\n";
echo strlen(body($client->get('/'))), "\n";
?>
--EXPECT--
GET https://test/?a=1
GET https://test/
3000000
3000000
