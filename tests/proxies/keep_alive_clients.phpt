--TEST--
A proxy's connection carries requests of different clients: each has its own address
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$behind = new Behind(['trustedProxies' => ['127.0.0.1']]);
$behind->server->onLog(function ($level, $message, $context) {
    echo "$level: $message, from {$context['address']}\n";
});
$client = $behind->connect();
foreach (['192.0.2.1', '192.0.2.2', '2001:db8::3', '192.0.2.1', ''] as $ip) {
    echo $behind->who($ip === '' ? '' : "X-Forwarded-For: $ip\r\n", $client), "\n";
}
/* Requests in a row, one of them refused. */
foreach (['192.0.2.4', '192.0.2.5', '192.0.2.6'] as $i => $ip) {
    $client->write('GET ' . ($i === 1 ? '/who?session=x' : '/uri') . " HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: $ip\r\n"
        . ($i === 1 ? "Content-Length: 1\r\n" : '') . "\r\n" . ($i === 1 ? 'x' : ''));
}
preg_match_all('/HTTP.1.1 [0-9]+/', $client->all(), $matches);
echo implode(', ', $matches[0]), "\n";
settle($behind->server);
/* The next client of a connection on which nothing was said yet is not known. */
$client = $behind->connect();
$behind->who("X-Forwarded-For: 192.0.2.7\r\n", $client);
$client->write("nonsense\r\n\r\n")->all();
settle($behind->server);
--EXPECT--
192.0.2.1 port 0
192.0.2.2 port 0
2001:db8::3 port 0
192.0.2.1 port 0
127.0.0.1 port its own
info: a request of that method has no body here, from 192.0.2.5
HTTP/1.1 200, HTTP/1.1 400
info: not an HTTP request, from 127.0.0.1
