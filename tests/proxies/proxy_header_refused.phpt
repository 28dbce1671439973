--TEST--
Without a good PROXY header a connection of a trusted proxy is closed, and the log says why
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$options = ['trustedProxies' => ['127.0.0.1'], 'proxyProtocol' => true];
$request = "GET /uri HTTP/1.1\r\nHost: test\r\n\r\n";
foreach ([
    $request,
    "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",
    "PROXX TCP4 192.0.2.1 192.0.2.2 1 2\r\n$request",
    "PROXY TCP4 192.0.2.1 192.0.2.2 1\r\n$request",
    "PROXY TCP4 192.0.2.1 192.0.2.2 1 2\n$request",
    "PROXY TCP4 192.0.2.256 192.0.2.2 1 2\r\n$request",
    "PROXY TCP6 192.0.2.1 192.0.2.2 1 2\r\n$request",
    "PROXY UDP4 192.0.2.1 192.0.2.2 1 2\r\n$request",
    'PROXY UNKNOWN ' . str_repeat('x', 92) . "\r\n$request",
    'PROXY ' . str_repeat('x', 100000),
    v2(0x31, 0x11, str_repeat("\1", 12)) . $request,
    v2(0x22, 0x11, str_repeat("\1", 12)) . $request,
    v2(0x21, 0x51, str_repeat("\1", 216)) . $request,
    v2(0x21, 0x11, str_repeat("\1", 11)) . $request,
    v2_from('192.0.2.1', 1, str_repeat('x', 4096 - 27)) . $request,
] as $bytes) {
    $behind = new Behind($options); /* a server's log has ten lines of a kind at once */
    $client = $behind->connect($bytes);
    echo $client->all() === '' ? '' : "an answer: $client->received\n", $behind->logged();
}
/* In the middle of one. */
$behind = new Behind($options);
foreach (['PROXY TCP4 192.0.2.1', substr(v2_from('192.0.2.1', 1), 0, 20), 'P'] as $bytes) {
    $behind = new Behind($options);
    $client = $behind->connect($bytes)->finish();
    echo $client->all(), $behind->logged();
}
/* Who only wants to know whether somebody listens is no news. */
$client = $behind->connect()->finish();
echo $client->all(), $behind->logged();
/* The log names the proxy. */
$behind->server->onLog(fn($level, $message, $context) => print("{$context['event']} {$context['address']}\n"));
$behind->connect($request)->all();
settle($behind->server);
--EXPECT--
warning: closed a connection of a trusted proxy: there is no PROXY header
warning: closed a connection of a trusted proxy: there is no PROXY header
warning: closed a connection of a trusted proxy: there is no PROXY header
warning: closed a connection of a trusted proxy: the addresses of the PROXY header are malformed
warning: closed a connection of a trusted proxy: the line of the PROXY header is malformed
warning: closed a connection of a trusted proxy: the addresses of the PROXY header are malformed
warning: closed a connection of a trusted proxy: the addresses of the PROXY header are malformed
warning: closed a connection of a trusted proxy: the PROXY header is of no family that it may have
warning: closed a connection of a trusted proxy: the line of the PROXY header is longer than 107 bytes
warning: closed a connection of a trusted proxy: the line of the PROXY header is longer than 107 bytes
warning: closed a connection of a trusted proxy: the version or the command of the PROXY header is unknown
warning: closed a connection of a trusted proxy: the version or the command of the PROXY header is unknown
warning: closed a connection of a trusted proxy: the PROXY header is of no family that it may have
warning: closed a connection of a trusted proxy: the PROXY header is shorter than its addresses
warning: closed a connection of a trusted proxy: the PROXY header is longer than 4096 bytes
warning: closed a connection of a trusted proxy: it ended in the PROXY header
warning: closed a connection of a trusted proxy: it ended in the PROXY header
warning: closed a connection of a trusted proxy: it ended in the PROXY header
proxy_header 127.0.0.1
