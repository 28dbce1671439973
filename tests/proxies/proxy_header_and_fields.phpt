--TEST--
Fields are believed when the PROXY header names a trusted proxy, and only then
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$behind = new Behind(['trustedProxies' => ['127.0.0.1', '10.0.0.0/8'], 'proxyProtocol' => true]);
$fields = "X-Forwarded-For: 192.0.2.9\r\nX-Forwarded-Proto: https\r\n";
foreach ([
    'a proxy behind a proxy' => "PROXY TCP4 10.1.2.3 127.0.0.1 1 2\r\n",
    'a client' => "PROXY TCP4 192.0.2.1 127.0.0.1 1 2\r\n",
    'a client, version 2' => v2_from('192.0.2.1', 1),
    'nobody' => "PROXY UNKNOWN\r\n",
    'the proxy itself' => v2(0x20, 0, ''),
    'a unix socket' => v2(0x21, 0x31, str_repeat("\0", 216)),
] as $case => $header) {
    $client = $behind->connect($header);
    echo "$case: ", $behind->who($fields, $client), ', ';
    echo body($client->get('/uri', ['X-Forwarded-Proto' => 'https'])), "\n";
}
--EXPECT--
a proxy behind a proxy: 192.0.2.9 port 0, https://test/uri
a client: 192.0.2.1 port 1, http://test/uri
a client, version 2: 192.0.2.1 port 1, http://test/uri
nobody: 127.0.0.1 port its own, http://test/uri
the proxy itself: 127.0.0.1 port its own, http://test/uri
a unix socket:  port 0, http://test/uri
