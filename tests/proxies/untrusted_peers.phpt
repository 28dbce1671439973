--TEST--
Nobody but a trusted proxy is believed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/proxies.inc';

$lies = "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\nForwarded: for=192.0.2.1;proto=https\r\n";
foreach ([
    [],
    ['trustedProxies' => ['10.0.0.0/8', '127.0.0.2', '::1', 'unix']],
    ['trustedProxies' => ['10.0.0.0/8'], 'forwardedHeader' => 'Forwarded'],
    ['trustedProxies' => ['10.0.0.0/8'], 'proxyProtocol' => true],
] as $options) {
    $behind = new Behind($options);
    echo $behind->who($lies), "\n";
    echo body($behind->connect()->get('/uri', ['X-Forwarded-Proto' => 'https', 'Forwarded' => 'proto=https'])), "\n";
    /* A header of theirs is no request. */
    foreach (["PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n", "PROXY UNKNOWN\r\n", v2_from('192.0.2.1', 1)] as $header) {
        echo status($behind->connect("{$header}GET /uri HTTP/1.1\r\nHost: test\r\n\r\n")->all()), "\n";
    }
}
/* Neither is it one of a trusted proxy that is not to send it. */
$behind = new Behind(['trustedProxies' => ['127.0.0.1']]);
echo status($behind->connect("PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\nGET /uri HTTP/1.1\r\nHost: test\r\n\r\n")->all()), "\n";
echo status($behind->connect(v2_from('192.0.2.1', 1) . "GET /uri HTTP/1.1\r\nHost: test\r\n\r\n")->all()), "\n";
--EXPECT--
127.0.0.1 port its own
http://test/uri
HTTP/1.1 400 Bad Request
HTTP/1.1 400 Bad Request
HTTP/1.1 400 Bad Request
127.0.0.1 port its own
http://test/uri
HTTP/1.1 400 Bad Request
HTTP/1.1 400 Bad Request
HTTP/1.1 400 Bad Request
127.0.0.1 port its own
http://test/uri
HTTP/1.1 400 Bad Request
HTTP/1.1 400 Bad Request
HTTP/1.1 400 Bad Request
127.0.0.1 port its own
http://test/uri
HTTP/1.1 400 Bad Request
HTTP/1.1 400 Bad Request
HTTP/1.1 400 Bad Request
HTTP/1.1 400 Bad Request
HTTP/1.1 400 Bad Request
