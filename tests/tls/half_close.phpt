--TEST--
A client that ends its side without close_notify is answered
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$server->http('/slow', fn() => str_repeat('x', 2000000));
$address = serve_tls($server);
foreach ([STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT, STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT] as $method) {
    $client = new HttpClient($server, $address, ['crypto_method' => $method]);
    $client->write("GET /slow HTTP/1.1\r\nHost: test\r\n\r\n")->finish();
    echo strlen(body($client->all())), "\n";
    $client = new WebSocketClient($server, $address, '/chat', [], ['crypto_method' => $method]);
    $client->finish();
    echo $client->text(), "\n";
}
?>
--EXPECT--
2000000
(end)
2000000
(end)
