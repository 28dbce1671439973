--TEST--
A trusted proxy's PROXY header says who the client is, in both versions
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$behind = new Behind(['trustedProxies' => ['127.0.0.1'], 'proxyProtocol' => true]);
foreach ([
    "PROXY TCP4 192.0.2.1 198.51.100.1 56324 443\r\n",
    "PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n",
    "PROXY TCP6 2001:db8::7 ::1 4711 80\r\n",
    "PROXY TCP6 ::ffff:192.0.2.1 ::1 4711 80\r\n",
    "PROXY UNKNOWN\r\n",
    'PROXY UNKNOWN ' . str_repeat('x', 91) . "\r\n",
    v2_from('192.0.2.1', 56324),
    v2_from('2001:db8::7', 4711),
    v2_from('192.0.2.1', 56324, "\x03\0\x04abcd"),
    v2_from('192.0.2.1', 56324, str_repeat('x', 4096 - 28)),
    v2(0x21, 0x31, str_repeat("\0", 216)),
    v2(0x21, 0x00, ''),
    v2(0x21, 0x12, str_repeat("\1", 12)),
    v2(0x20, 0x00, ''),
    v2(0x20, 0x11, str_repeat("\1", 12)),
] as $header) {
    /* With the request behind it, in a segment of its own, and byte by byte. */
    $answers = [$behind->who('', $behind->connect($header))];
    $client = $behind->connect($header);
    settle($behind->server);
    $answers[] = $behind->who('', $client);
    $client = $behind->connect();
    if (strlen($header) < 300) {
        $client->dribble($header);
    }
    $answers[] = strlen($header) < 300 ? $behind->who('', $client) : $answers[0];
    echo implode(', ', array_unique($answers)), "\n";
}
/* It stands for all requests of the connection. */
$client = $behind->connect(v2_from('192.0.2.1', 1));
echo $behind->who('', $client), ', ', $behind->who('', $client), "\n";
/* And is not read twice. */
echo status($behind->connect("PROXY UNKNOWN\r\nPROXY UNKNOWN\r\n\r\n")->all()), "\n";
/* A WebSocket, and more of it in the same segment. */
$client = $behind->connect();
$client->write(v2_from('192.0.2.1', 1) . WebSocketClient::handshake('/who') . WebSocketClient::frame(0x88, ''));
echo status($client->all()), ' ', bin2hex(substr($client->received, -2)), "\n";
--EXPECT--
192.0.2.1 port 56324
255.255.255.255 port 65535
2001:db8::7 port 4711
192.0.2.1 port 4711
127.0.0.1 port its own
127.0.0.1 port its own
192.0.2.1 port 56324
2001:db8::7 port 4711
192.0.2.1 port 56324
192.0.2.1 port 56324
 port 0
127.0.0.1 port its own
127.0.0.1 port its own
127.0.0.1 port its own
127.0.0.1 port its own
192.0.2.1 port 1, 192.0.2.1 port 1
HTTP/1.1 400 Bad Request
HTTP/1.1 101 Switching Protocols 8800
