--TEST--
ALPN: http/1.1, and nothing else
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$log = logs($server);
$address = serve_tls($server);
foreach (['http/1.1', 'h2,http/1.1', 'h2', 'http/1.0,spdy/3'] as $protocols) {
    $client = new Client($server, $address, ['alpn_protocols' => $protocols]);
    $crypto = stream_get_meta_data($client->stream)['crypto'] ?? [];
    echo $protocols, ': ', $client->ended ? logged($server, $log) : $crypto['alpn_protocol'], "\n";
}
?>
--EXPECTF--
http/1.1: http/1.1
h2,http/1.1: http/1.1
h2: info: TLS handshake failed: %s
http/1.0,spdy/3: info: TLS handshake failed: %s
