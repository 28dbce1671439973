--TEST--
TLS 1.2 and 1.3 are spoken, older versions are not; minVersion leaves 1.3 alone
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$addresses = ['TLSv1.2' => serve_tls($server), 'TLSv1.3' => serve_tls($server, tls(minVersion: 'TLSv1.3'))];
foreach ($addresses as $least => $address) {
    foreach (['TLSv1_1', 'TLSv1_2', 'TLSv1_3'] as $version) {
        $client = new Client($server, $address, [
            'crypto_method' => constant("STREAM_CRYPTO_METHOD_{$version}_CLIENT"),
            'security_level' => 0,
        ]);
        $protocol = stream_get_meta_data($client->stream)['crypto']['protocol'] ?? '';
        echo "$least, $version: ", $client->ended ? 'refused' : $protocol, "\n";
    }
}
--EXPECT--
TLSv1.2, TLSv1_1: refused
TLSv1.2, TLSv1_2: TLSv1.2
TLSv1.2, TLSv1_3: TLSv1.3
TLSv1.3, TLSv1_1: refused
TLSv1.3, TLSv1_2: refused
TLSv1.3, TLSv1_3: TLSv1.3
