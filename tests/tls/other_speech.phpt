--TEST--
Plain HTTP, garbage and silence on a TLS port: closed, and logged clearly
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server();
$log = logs($server);
$address = substr(serve_tls($server), 6);
foreach (["GET / HTTP/1.1\r\nHost: test\r\n\r\n", str_repeat("\0\xff", 100), "\x16\x03\x01\x02"] as $bytes) {
    $client = new Client($server, $address);
    $client->write($bytes);
    if (strlen($bytes) < 10) {
        $client->finish();
    }
    $client->all();
    echo strlen($client->received) < 10 ? 'closed' : 'answered', '; ', logged($server, $log), "\n";
}
/* A look whether somebody listens is nothing to log. */
$client = new Client($server, $address);
$client->finish();
echo $client->all() === '' ? 'closed' : 'answered', '; ', count($log), "\n";
?>
--EXPECTF--
closed; info: TLS handshake failed: the client speaks plain HTTP: its URL must begin with https: or wss:
closed; info: TLS handshake failed: %s
closed; info: TLS handshake failed: the client closed the connection
closed; 0
