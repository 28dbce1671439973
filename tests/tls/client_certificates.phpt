--TEST--
Clients show a certificate that the authority has signed, or are refused
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = new RtComm\Server();
$log = logs($server);
$server->http('/', fn($request) => openssl_x509_parse($request->clientCertificate())['subject']['CN']);
$server->handle('/chat', open: function ($conn) {
    $conn->send(openssl_x509_parse($conn->request->clientCertificate())['subject']['CN']);
});
$address = serve_tls($server, tls(clientCa: certificate('ca.pem')));

function show_certificate(?string $name, string $version): string
{
    global $server, $address;
    $tls = ['crypto_method' => constant("STREAM_CRYPTO_METHOD_{$version}_CLIENT")];
    if ($name !== null) {
        $tls += ['local_cert' => certificate("$name.pem"), 'local_pk' => certificate("$name.key")];
    }
    $client = new HttpClient($server, $address, $tls);
    return body($client->get('/'));
}

foreach (['TLSv1_2', 'TLSv1_3'] as $version) {
    foreach (['client', null, 'foreign-client'] as $name) {
        echo show_certificate($name, $version), "\n";
        if ($name !== 'client') {
            echo logged($server, $log), "\n";
        }
    }
}
$client = new WebSocketClient($server, $address, '/chat', [], [
    'local_cert' => certificate('client.pem'),
    'local_pk' => certificate('client.key'),
]);
echo $client->text(), "\n";

/* Who is not asked shows none. */
$server = new RtComm\Server();
$server->http('/', fn($request) => var_export($request->clientCertificate(), true));
$client = new HttpClient($server, serve_tls($server), [
    'local_cert' => certificate('client.pem'),
    'local_pk' => certificate('client.key'),
]);
echo body($client->get('/')), "\n";
$client = new HttpClient($server, $server->listen('127.0.0.1:0'));
echo body($client->get('/')), "\n";
?>
--EXPECTF--
alice
(none)
info: TLS handshake failed: peer did not return a certificate
(none)
info: TLS handshake failed: the client's certificate is not good: %s
alice
(none)
info: TLS handshake failed: peer did not return a certificate
(none)
info: TLS handshake failed: the client's certificate is not good: %s
alice
NULL
NULL
