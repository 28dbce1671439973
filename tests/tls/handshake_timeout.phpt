--TEST--
handshakeTimeout is for the TLS handshake, too
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = echo_server(['handshakeTimeout' => 0.1]);
$events = [];
$server->onLog(function ($level, $message, $context) use (&$events) {
    $events[] = "$level: $message" . ' (' . explode(':', $context['address'])[0] . ')';
});
$client = new Client($server, substr(serve_tls($server), 6));
$client->write("\x16\x03\x01");
var_dump($client->all());
echo implode("\n", $events), "\n";
?>
--EXPECT--
string(0) ""
info: TLS handshake failed: it took longer than handshakeTimeout (127.0.0.1)
